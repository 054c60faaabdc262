using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Directories;

namespace RandomInspection.Exchange;

/// <summary>清单：what a dropped file is, written after it: nobody reads a file without its manifest.</summary>
/// <param name="File">The file's name, without a folder.</param>
/// <param name="Source">Whose messages.</param>
/// <param name="Count">How many messages, or rows without the header.</param>
/// <param name="Digest">SHA-256 of the file, 64 lower-case hex characters.</param>
/// <param name="At">When it was written, for example <c>2026-11-23T01:00:00Z</c>.</param>
/// <param name="Signatures">As of a webhook (<c>v1,…</c>), over <see cref="Signed"/>; one or more.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record FileManifest(string File, string Source, long Count, string Digest, string At, ImmutableArray<string> Signatures)
{
    /// <summary>How a manifest's name ends.</summary>
    public const string Ending = ".manifest.json";

    private const int MostBytes = 16 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>When it was written.</summary>
    /// <exception cref="InputRefusedException">It is no moment (RI9162).</exception>
    [JsonIgnore]
    public Instant Moment => InstantPattern.ExtendedIso.Parse(At) is { Success: true, Value: var at }
        ? at
        : throw ExchangeRefusals.ManifestDiffers.Refuse(("file", ShownText.Of(File)), ("fault", ShownText.Of(At)));

    /// <summary>What is signed: the lines file, source, count, digest, at.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Signed => Encoding.UTF8.GetBytes($"{File}\n{Source}\n{Count.ToString(CultureInfo.InvariantCulture)}\n{Digest}\n{At}\n");

    /// <summary>The manifest with signatures by secrets.</summary>
    /// <param name="secrets">One or more.</param>
    /// <remarks>A file has no window: that it is not taken twice is the work of its digest.</remarks>
    public FileManifest SignBy(ImmutableArray<WebhookKey.Secret> secrets) => this with { Signatures = [.. secrets.Select(secret => WebhookSignature.By(secret, File, "0", Signed.Span))] };

    /// <summary>Whether one of the signatures is one of the keys'.</summary>
    /// <param name="keys">The keys.</param>
    public bool IsSignedBy(ImmutableArray<WebhookKey> keys) =>
        WebhookSignature.Refuse(keys, File, "0", string.Join(' ', Signatures), Signed.Span, Instant.FromUnixTimeSeconds(0)) is null;

    /// <summary>The manifest of a file's text.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="InputRefusedException">It does not read, or names a folder (RI9162).</exception>
    public static FileManifest Read(string path)
    {
        string name = Path.GetFileName(path);
        try
        {
            FileManifest manifest = new FileInfo(path).Length <= MostBytes && JsonSerializer.Deserialize<FileManifest>(System.IO.File.ReadAllBytes(path), Json) is { } read
                ? read
                : throw new JsonException("size");
            return manifest.File == name[..^Ending.Length] && !manifest.Signatures.IsDefault ? manifest : throw new JsonException("file");
        }
        catch (JsonException e)
        {
            throw ExchangeRefusals.ManifestDiffers.Refuse(("file", ShownText.Of(name)), ("fault", ShownText.Of(e.Message)));
        }
    }

    /// <summary>The manifest as JSON.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
