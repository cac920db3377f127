package dev.boxoffice.queue.waitingroom;

/** In which order those who come before the doors open are let in. */
enum LobbyOrder {
  DRAW,
  ARRIVAL
}
