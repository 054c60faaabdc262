using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RandomInspection.Tests.Conventions;

/// <summary>The domain knows integers only, and neither the clock nor the process's chance (architecture, decision 2).</summary>
/// <remarks>The analyzer bans calls; it does not see a local or a literal, so the syntax is searched here.</remarks>
public sealed class IntegersOnlyTests
{
    private static readonly string[] BannedNames = ["Double", "Decimal", "Half", "Random", "Stopwatch", "RandomNumberGenerator", "SystemClock", "TimeProvider"];
    private static readonly string[] BannedMembers =
        ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Guid.NewGuid", "Guid.CreateVersion7", "Environment.TickCount", "Environment.TickCount64"];

    public static TheoryData<string> Slips => new(
        "double x = 1;",
        "float x = 1;",
        "decimal x = 1;",
        "var x = 1.0;",
        "var x = 1e3;",
        "var x = 1f;",
        "var x = 1d;",
        "var x = 1m;",
        "Double x = 1;",
        "System.Decimal x = 1;",
        "object x = (double)1;",
        "List<double> x = [];",
        "var x = new Random(1);",
        "var x = Random.Shared.Next();",
        "Random x = new();",
        "var x = System.Random.Shared;",
        "var x = DateTime.Now;",
        "var x = System.DateTime.UtcNow;",
        "var x = DateTimeOffset.UtcNow.Date;",
        "var x = Guid.NewGuid();",
        "Func<Guid> x = Guid.NewGuid;",
        "var x = Stopwatch.StartNew();",
        "var x = System.Diagnostics.Stopwatch.GetTimestamp();",
        "var x = NodaTime.SystemClock.Instance;",
        "var x = System.Security.Cryptography.RandomNumberGenerator.GetBytes(1);");

    [Fact]
    public void Source_AbstractionsAndDomain_IntegersOnly()
    {
        IReadOnlyList<SourceFile> files = SourceFile.Of("Abstractions", "Domain");
        Assert.True(files.Count > 100, $"{files.Count} files");
        Assert.Empty(files.SelectMany(f => Find(f.Root).Select(f.At)));
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void Find_Slip_Found(string statement) => Assert.NotEmpty(Find(Snippet(statement)));

    [Theory]
    [InlineData("long x = 1_000_000_000;")]
    [InlineData("var x = items.Single();")]
    [InlineData("var x = 0x1e3;")]
    [InlineData("string x = \"1.5 double Random DateTime.Now\"; // 1.5 double")]
    [InlineData("var x = random.Ticket(id);")]
    [InlineData("Int128 x = 1;")]
    public void Find_WhatIsAllowed_NotFound(string statement) => Assert.Empty(Find(Snippet(statement)));

    private static SyntaxNode Snippet(string statement) => CSharpSyntaxTree.ParseText($"class C {{ void M() {{ {statement} }} }}").GetRoot();

    private static IEnumerable<SyntaxNodeOrToken> Find(SyntaxNode root)
    {
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            bool isType = token.IsKind(SyntaxKind.DoubleKeyword) || token.IsKind(SyntaxKind.FloatKeyword) || token.IsKind(SyntaxKind.DecimalKeyword);
            if (isType || (token.IsKind(SyntaxKind.NumericLiteralToken) && token.Value is double or float or decimal))
            {
                yield return token;
            }
        }

        foreach (IdentifierNameSyntax name in root.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            // A method or property of that name is not the type: only what stands first or behind a namespace counts.
            bool isMember = name.Parent is MemberAccessExpressionSyntax access && access.Name == name && access.Expression is not (IdentifierNameSyntax { Identifier.Text: "System" or "NodaTime" } or MemberAccessExpressionSyntax);
            if (BannedNames.Contains(name.Identifier.Text) && !isMember)
            {
                yield return name;
            }
        }

        foreach (MemberAccessExpressionSyntax access in root.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            string text = access.ToString();
            if (BannedMembers.Any(b => text == b || text.EndsWith("." + b, StringComparison.Ordinal)))
            {
                yield return access;
            }
        }
    }
}
