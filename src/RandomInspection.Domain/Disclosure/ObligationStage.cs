namespace RandomInspection.Disclosure;

/// <summary>Where a duty to publish stands.</summary>
public enum ObligationStage
{
    /// <summary>Not met yet.</summary>
    Open = 0,

    /// <summary>Met.</summary>
    Published = 1,
}
