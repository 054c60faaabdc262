namespace RandomInspection.Calendars;

/// <summary>Whether a finding stops a notice from being loaded.</summary>
public enum FindingSeverity
{
    /// <summary>Worth a look; the notice can be loaded.</summary>
    Warning = 0,

    /// <summary>The notice is refused.</summary>
    Refused = 1,
}
