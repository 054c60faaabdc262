using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>An instance with what brute force in another language says of it.</summary>
internal sealed class MatchVector
{
    private readonly JsonElement _json;

    private MatchVector(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
        _json = document.RootElement.Clone();
        Problem = MatchProblemDocument.Parse(_json.GetProperty("problem").GetRawText());
    }

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public MatchProblem Problem { get; }

    public JsonElement Known => _json.GetProperty("known");

    public bool IsFeasible => Known.GetProperty("feasible").GetBoolean();

    public JsonElement Certificate => Known.GetProperty("certificate");

    /// <summary>Exact chance of each pair over the balanced assignments.</summary>
    public Dictionary<(string Visit, string Inspector), (int Numerator, int Denominator)> Marginals => Known.GetProperty("balancedMarginals").EnumerateObject()
        .SelectMany(visit => visit.Value.EnumerateObject().Select(pair => ((visit.Name, pair.Name), (pair.Value[0].GetInt32(), pair.Value[1].GetInt32()))))
        .ToDictionary();

    private static string Folder => Path.Combine(RepositoryFiles.Vectors, "matching");

    public static MatchVector Of(string name) => new(name);

    /// <summary>A seed for a test, from a text.</summary>
    public static Seed Seed(string text) => RandomInspection.Drawing.Seed.Of(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>All teams as one line.</summary>
    public static string Line(IEnumerable<MatchedTeam> teams) => string.Join('|', teams.Select(team => string.Join(',', team.Inspectors)));

    /// <summary>The teams as <see cref="MatchOracle"/> writes them: without the seats given directly.</summary>
    public static string Line(MatchProblem problem, IEnumerable<MatchedTeam> teams) => string.Join('|', teams.Select(team =>
        string.Join(',', team.Inspectors.Where(inspector => !problem.Locked.Any(seat => seat.Visit == team.Visit && seat.Inspector == inspector)))));
}
