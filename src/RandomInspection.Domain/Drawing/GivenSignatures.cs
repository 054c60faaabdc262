using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>What a reader brings to check signatures with.</summary>
public sealed record GivenSignatures
{
    /// <summary>Nothing.</summary>
    public static GivenSignatures None { get; } = new();

    /// <summary>The document of the record's signature; <see langword="null"/> if not at hand.</summary>
    public byte[]? Record { get; init; }

    /// <summary>The document of the opening's signature; <see langword="null"/> if not at hand.</summary>
    public byte[]? Opening { get; init; }

    /// <summary>
    /// The public keys that may have signed, known from elsewhere. If there are any, the record must be signed by one of them;
    /// if there are none, a signature shows only that the key named in it signed, whosever it is.
    /// </summary>
    public ImmutableArray<string> SignedBy { get; init; } = [];
}
