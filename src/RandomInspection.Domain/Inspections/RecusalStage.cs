namespace RandomInspection.Inspections;

/// <summary>Where a request for recusal stands.</summary>
public enum RecusalStage
{
    /// <summary>Asked for; the work goes on meanwhile.</summary>
    Open = 0,

    /// <summary>Decided.</summary>
    Decided = 1,
}
