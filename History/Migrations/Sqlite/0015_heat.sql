-- How cool and how warm each drive was, hour by hour. Hours are counted from 1970, in UTC.

CREATE TABLE burnin_heat
(
    drive_id      TEXT    NOT NULL,
    hour          INTEGER NOT NULL,
    least_celsius INTEGER NOT NULL,
    most_celsius  INTEGER NOT NULL,
    PRIMARY KEY (drive_id, hour)
) WITHOUT ROWID;
