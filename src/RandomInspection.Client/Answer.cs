namespace RandomInspection.Client;

/// <summary>What was answered.</summary>
/// <typeparam name="T">The body.</typeparam>
/// <param name="Value">The body.</param>
/// <param name="Tag">The version to send with the next change (ETag), or <see langword="null"/> if the answer has none.</param>
/// <param name="Replayed">Whether the step had been carried out before, and this is its answer again.</param>
public sealed record Answer<T>(T Value, string? Tag, bool Replayed)
{
    /// <summary>The body byte for byte: what is signed is signed so.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }
}
