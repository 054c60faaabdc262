namespace RandomInspection.Ledger;

/// <summary>An entry as a store holds it, its texts as UTF-8: what is hashed without being read into strings first.</summary>
public readonly ref struct Utf8Entry
{
    /// <summary>Its place in the log, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The stream.</summary>
    public required ReadOnlySpan<byte> Stream { get; init; }

    /// <summary>Its place in the stream, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>The kind of event.</summary>
    public required ReadOnlySpan<byte> Type { get; init; }

    /// <summary>Who did it.</summary>
    public required ReadOnlySpan<byte> Actor { get; init; }

    /// <summary>In which role.</summary>
    public required ReadOnlySpan<byte> Role { get; init; }

    /// <summary>Whether a reason was given.</summary>
    public required bool HasReason { get; init; }

    /// <summary>Why; nothing where no reason was given.</summary>
    public required ReadOnlySpan<byte> Reason { get; init; }

    /// <summary>When, as the leaf says it: <c>2026-11-23T01:02:03.0000004Z</c>.</summary>
    public required ReadOnlySpan<byte> At { get; init; }

    /// <summary>The event as JSON.</summary>
    public required ReadOnlySpan<byte> Data { get; init; }

    /// <summary>The salt; nothing for entries that were written before there were salts.</summary>
    public required ReadOnlySpan<byte> Salt { get; init; }

    /// <summary>Whether it has a salt.</summary>
    public required bool HasSalt { get; init; }
}
