using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.TestKit;

/// <summary>A ceremony of three: the drawing department, the party under test, and somebody else. Texts and commitments are written as the specification says, without the library.</summary>
/// <remarks>Source: random-inspection-draw/1 §3.</remarks>
internal sealed class ToyCeremony
{
    public const string Drawing = "operator", Other = "other";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ImmutableSortedDictionary<string, string> _values;

    private ToyCeremony(string opening, ImmutableSortedDictionary<string, string> values)
    {
        Opening = opening;
        _values = values;
    }

    public static Instant CommitBy { get; } = Instant.FromUtc(2026, 3, 2, 2, 0);

    public static Instant RevealBy { get; } = Instant.FromUtc(2026, 3, 2, 3, 0);

    /// <summary>A moment while commitments come in, and one after the last of them.</summary>
    public static Instant Early { get; } = Instant.FromUtc(2026, 3, 2, 1, 30);

    public static Instant AfterCommit { get; } = Instant.FromUtc(2026, 3, 2, 2, 30);

    public string Opening { get; }

    /// <summary>A ceremony in which the contributor is a witness, or the drawing department itself.</summary>
    /// <param name="contributor">The party under test.</param>
    /// <param name="number">The draw's number: each has an opening of its own.</param>
    /// <param name="draws">Whether the contributor is the drawing department.</param>
    /// <param name="key">The key that the opening names for it; its own if <see langword="null"/>.</param>
    /// <param name="withDeadlines">Whether the opening sets deadlines.</param>
    public static ToyCeremony Of(ISeedContributor contributor, int number = 1, bool draws = false, string? key = null, bool withDeadlines = true)
    {
        List<object> parties = [new { party = contributor.Party, role = draws ? "drawing" : "witness", kind = "committed", key = key ?? contributor.Key }];
        if (!draws)
        {
            parties.Insert(0, new { party = Drawing, role = "drawing", kind = "committed" });
        }

        parties.Add(new { party = Other, role = "witness", kind = "committed" });
        Dictionary<string, object> opening = new()
        {
            ["specification"] = "random-inspection-draw/1",
            ["draw"] = FormattableString.Invariant($"D2026-{number:0000}"),
            ["attempt"] = 1,
            ["hash"] = "sha-256",
            ["tasks"] = new[] { new { id = "P2026-001-T01", frameRoot = new string('a', 64), frameSize = 600, designDigest = new string('b', 64) } },
            ["parties"] = parties,
        };
        if (withDeadlines)
        {
            opening["deadlines"] = new { commit = "2026-03-02T02:00:00Z", reveal = "2026-03-02T03:00:00Z" };
        }

        ImmutableSortedDictionary<string, string> values = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(Other, new string('2', 64));
        return new ToyCeremony(JsonSerializer.Serialize(opening, Plain), draws ? values : values.Add(Drawing, new string('1', 64)));
    }

    /// <summary>What is published when all others have committed, and the drawing department has revealed, if that is another.</summary>
    /// <param name="party">The party under test.</param>
    /// <param name="own">Its commitment.</param>
    public PublishedCeremony Published(string party, Digest own) => new(
        Opening,
        _values.ToImmutableSortedDictionary(v => v.Key, v => CommitmentTo(v.Key, v.Value), StringComparer.Ordinal).Add(party, own),
        _values.Remove(Other),
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    public Digest CommitmentTo(string party, string value) => Digest.Parse(Sha256($"random-inspection-draw/1 commitment\n{Sha256(Opening)}\n{party}\n{value}\n"));

    public string SignedText(string party, Digest commitment) => $"random-inspection-draw/1 commitment signature\n{Sha256(Opening)}\n{party}\n{commitment.Hex}\n";

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
