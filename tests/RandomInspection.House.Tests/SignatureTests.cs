using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>No type stands in a public signature that the house does not use: floating point, the platform's dates, its chance, its ids.</summary>
public sealed partial class SignatureTests
{
    /// <summary>Statistics are floating point by nature; a cluster's patience is the platform's, as its settings are.</summary>
    private static readonly string[] Allowed = ["RandomInspection.Auditing", "RandomInspection.Orleans"];

    [Theory]
    [MemberData(nameof(PublicApiTests.Assemblies), MemberType = typeof(PublicApiTests))]
    public void Signatures_OfAProject_NameNoBannedType(string project)
    {
        string[] found = [.. File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "src", project, "PublicApi.txt")).Where(line => Banned().IsMatch(line)).Select(line => line.Trim())];
        Assert.True(found.Length == 0 || Allowed.Contains(project), $"{project}:\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData("public double Rate { get; }", true)]
    [InlineData("public System.DateTime At { get; }", true)]
    [InlineData("public System.Threading.Tasks.Task<System.Guid?> NextAsync() { }", true)]
    [InlineData("public static doubleRandom Of(NodaTime.Instant at) { }", false)]
    [InlineData("public System.DateTimeOffsetFormat Format { get; }", false)]
    public void Banned_OfALine_Found(string line, bool found) => Assert.Equal(found, Banned().IsMatch(line));

    [GeneratedRegex(@"\b(?:double|float|decimal|System\.(?:Half|DateTime|DateTimeOffset|DateOnly|TimeOnly|TimeSpan|Guid|Random|Diagnostics\.Stopwatch))\b")]
    private static partial Regex Banned();
}
