namespace RandomInspection.Calendars;

/// <summary>How certain a computed date or count is; a greater value is less certain.</summary>
public enum Certainty
{
    /// <summary>Every day it relies on is covered by a published notice that only an amendment can still change.</summary>
    Confirmed = 0,

    /// <summary>It relies on a day from 25 December of the last covered year while the next notice is not loaded.</summary>
    /// <remarks>
    /// The notice of a year may rearrange the last days of the year before: 国办发明电〔2018〕15号 made Saturday 2018-12-29 a
    /// working day. 29 December is the earliest such day so far; the days from the 25th are a margin of ours.
    /// </remarks>
    TailOpen = 1,

    /// <summary>It relies on a day that no notice covers, in a calendar that was explicitly built to go on regardless.</summary>
    Provisional = 2,
}
