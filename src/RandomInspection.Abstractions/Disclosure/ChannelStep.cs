namespace RandomInspection.Disclosure;

/// <summary>What happens to a publication in a channel.</summary>
public enum ChannelStep
{
    /// <summary>公示：it is published.</summary>
    Published = 0,

    /// <summary>更正：something else is published in its place.</summary>
    Corrected = 1,

    /// <summary>撤回：it is taken down; a tombstone says why.</summary>
    Withdrawn = 2,
}
