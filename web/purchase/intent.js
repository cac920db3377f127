/**
 * What somebody was about to do when they had to sign in, or wait: kept in the tab, so that it is
 * done when they come back.
 *
 * @typedef {{showId: string, seatIds?: string[], places?: [string, number][], bestAvailable?: object}} Intent
 */

const INTENT = 'boxoffice.intent';
const HOLD = 'boxoffice.hold';
const ADMISSION = 'boxoffice.admission.';

/** @param {Intent} intent */
export const keepIntent = (intent) => sessionStorage.setItem(INTENT, JSON.stringify(intent));

/** @returns {Intent | null} once */
export const takeIntent = (showId) => {
  const intent = JSON.parse(sessionStorage.getItem(INTENT) ?? 'null');
  if (intent?.showId !== showId) return null;
  sessionStorage.removeItem(INTENT);
  return intent;
};

export const rememberHold = ({holdId, showId}) =>
  sessionStorage.setItem(HOLD, JSON.stringify({holdId, showId}));

/** @returns {string | null} the hold of this show that was made in this tab */
export const lastHold = (showId) => {
  const hold = JSON.parse(sessionStorage.getItem(HOLD) ?? 'null');
  return hold?.showId === showId ? hold.holdId : null;
};

export const forgetHold = () => sessionStorage.removeItem(HOLD);

export const rememberAdmission = (showId, {admissionToken, expiresInSeconds}) =>
  sessionStorage.setItem(
    ADMISSION + showId,
    JSON.stringify({admissionToken, endsAt: Date.now() + expiresInSeconds * 1000}),
  );

/** @returns {string | null} */
export const admission = (showId) => {
  const kept = JSON.parse(sessionStorage.getItem(ADMISSION + showId) ?? 'null');
  return kept && kept.endsAt > Date.now() ? kept.admissionToken : null;
};
