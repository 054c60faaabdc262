namespace RandomInspection.Drawing;

/// <summary>Where a draw's ceremony stands.</summary>
public enum CeremonyStatus
{
    /// <summary>Frames are frozen, designs fixed; parties join.</summary>
    Prepared = 0,

    /// <summary>The opening is published; commitments come in.</summary>
    Committing = 1,

    /// <summary>All commitments are in; values are revealed, the drawing department first.</summary>
    Revealing = 2,

    /// <summary>All reveals are in; the public value is awaited.</summary>
    AwaitingPublicValue = 3,

    /// <summary>Every value is in, or the host makes its own at the drawing: the draw can be carried out.</summary>
    Ready = 4,

    /// <summary>Drawn.</summary>
    Drawn = 5,

    /// <summary>Void, for ever visible.</summary>
    Void = 6,

    /// <summary>Matched: the seed gave teams, which stay sealed until their visits have ended.</summary>
    Matched = 7,
}
