-- Nobody looks for events here any more; instances of the last version are slower until they are gone.
drop index events_search_words;
drop index events_search_text;
