using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>The digest of what counts in a result: its canonical JSON is hashed as it is written, for it is long.</summary>
/// <remarks>Source: docs/match-specification.md "Result".</remarks>
internal sealed class ResultDigest : IDisposable
{
    private const int Room = 1 << 14;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    // Stryker disable once Arithmetic: it grows as it must
    private readonly StringBuilder _text = new(2 * Room);
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private char[] _characters = [];
    // Stryker disable once CollectionExpression: what it holds at first is overwritten
    private byte[] _bytes = [];

    private ResultDigest()
    {
    }

    /// <summary>SHA-256 of the canonical JSON of problem, seed, mixing factor, teams and levels.</summary>
    public static Digest Of(Digest problem, Seed seed, int mixFactor, ImmutableArray<MatchedTeam> teams, ImmutableArray<InspectorLevel> levels)
    {
        using ResultDigest digest = new();
        digest.Write(problem, seed, mixFactor, teams, levels);
        digest.Flush();
        return Digest.Of(digest._hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Write(Digest problem, Seed seed, int mixFactor, ImmutableArray<MatchedTeam> teams, ImmutableArray<InspectorLevel> levels)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{{\"specification\":\"{MatchStream.Specification}\",\"problem\":\"{problem.Hex}\",\"seed\":\"{seed.Hex}\",\"mixFactor\":{mixFactor},\"teams\":[");
        string separator = "";
        foreach (MatchedTeam team in teams)
        {
            _text.Append(separator).Append("{\"visit\":");
            Text(team.Visit).Append(",\"department\":");
            Text(team.Department).Append(",\"inspectors\":[");
            separator = "";
            foreach (string inspector in team.Inspectors)
            {
                _text.Append(separator);
                Text(inspector);
                separator = ",";
            }

            _text.Append("]}");
            separator = ",";
            // Stryker disable once Statement: how often the text is handed over changes no digest
            FlushIfLong();
        }

        _text.Append("],\"levels\":{");
        separator = "";
        foreach (InspectorLevel level in levels)
        {
            _text.Append(separator);
            Text(level.Inspector).Append(CultureInfo.InvariantCulture, $":{level.Level}");
            separator = ",";
            // Stryker disable once Statement: how often the text is handed over changes no digest
            FlushIfLong();
        }

        _text.Append("}}");
    }

    /// <summary>Ids and labels have no character that JSON must escape but these two.</summary>
    private StringBuilder Text(string text)
    {
        // Stryker disable once Conditional: where nothing is to be escaped nothing is replaced
        string escaped = text.AsSpan().IndexOfAny('"', '\\') < 0 ? text : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return _text.Append('"').Append(escaped).Append('"');
    }

    private void FlushIfLong()
    {
        // Stryker disable once all: how often the text is handed over changes no digest
        if (_text.Length > Room)
        {
            Flush();
        }
    }

    private void Flush()
    {
        // Stryker disable once Equality: more room than is needed changes nothing
        if (_characters.Length < _text.Length)
        {
            (_characters, _bytes) = (new char[2 * _text.Length], new byte[6 * _text.Length]);
        }

        _text.CopyTo(0, _characters, _text.Length);
        _hash.AppendData(_bytes, 0, Encoding.UTF8.GetBytes(_characters, 0, _text.Length, _bytes, 0));
        _text.Clear();
    }
}
