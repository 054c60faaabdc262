using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>What openings and contributions are refused for: §3.</summary>
public sealed class OpeningRefusalTests
{
    private const string Hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Task = $$"""{"id":"t","frameRoot":"{{Hex}}","frameSize":3,"designDigest":"{{Hex}}"}""";
    private const string Operator = """{"party":"op","role":"drawing","kind":"committed"}""";
    private const string Lottery = """{"party":"lottery","role":"public","kind":"public"}""";
    private const string Sound =
        $$"""{"specification":"random-inspection-draw/1","draw":"D1","attempt":1,"hash":"sha-256","tasks":[{{Task}}],"parties":[{{Operator}},{{Lottery}}]}""";

    public static TheoryData<string> BadNames => new("", "a:b", ":", "a b", "见证", "a\\u007f", new string('n', 65));

    public static TheoryData<string> BadHex => new("", Hex[..63], Hex + "0", "A" + Hex[1..], "g" + Hex[1..]);

    [Fact]
    public void Parse_Sound_EveryMemberRead()
    {
        Opening opening = Opening.Parse(Changed("\"attempt\":1", $$"""
            "attempt":2,"previous":{"record":"{{Hex}}","reason":"停电"},"deadlines":{"commit":"2026-03-02T01:30:00Z","reveal":"2026-03-02T01:30:00.5Z"}
            """).Replace(Lottery, """{"party":"lottery","role":"public","kind":"public","key":"k","source":"s","encoding":"e","outcomes":"1000","time":"t"}""", StringComparison.Ordinal));

        Assert.Equal(("D1", 2, Hex, "停电", "sha-256"), (opening.Draw, opening.Attempt, opening.Previous!.Record.Hex, opening.Previous.Reason, opening.Hash));
        Assert.Equal(new OpeningTask("t", Digest.Parse(Hex), 3, Digest.Parse(Hex)), Assert.Single(opening.Tasks));
        Assert.Equal(
            [
                new OpeningParty("op", "drawing", ContributionKind.Committed, null, null, null, null, null),
                new OpeningParty("lottery", "public", ContributionKind.Public, "k", "s", "e", "1000", "t"),
            ],
            opening.Parties);
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 3, 2, 1, 30), opening.Deadlines!.Commit);
        Assert.Equal(NodaTime.Duration.FromMilliseconds(500), opening.Deadlines.Reveal - opening.Deadlines.Commit);
        Assert.Null(Opening.Parse(Sound).Deadlines);
    }

    [Theory]
    [InlineData("random-inspection-draw/2")]
    [InlineData("")]
    [InlineData("Random-Inspection-Draw/1")]
    public void Parse_UnknownSpecification_RI1303BeforeAnythingElse(string specification)
    {
        RefusalAssert.Input("RI1303", () => Opening.Parse(Changed("random-inspection-draw/1", specification)), ("specification", specification));
        RefusalAssert.Input("RI1303", () => Opening.Parse($$"""{"specification":"{{specification}}","newMember":1}"""), ("specification", specification));
    }

    [Theory]
    [InlineData("specification")]
    [InlineData("draw")]
    [InlineData("attempt")]
    [InlineData("hash")]
    [InlineData("tasks")]
    [InlineData("parties")]
    public void Parse_MemberMissing_RI1203(string member)
    {
        // Renaming makes it unknown: a member of another name never stands in for it.
        RefusalAssert.Input("RI1202", () => Opening.Parse(Changed($"\"{member}\":", $"\"{member}2\":")), ("document", "opening"), ("member", member + "2"));
        string without = System.Text.RegularExpressions.Regex.Replace(Sound, $"\"{member}\":(\"[^\"]*\"|[0-9]+|\\[.*?\\]),?", "").Replace(",}", "}", StringComparison.Ordinal);
        RefusalAssert.Input("RI1203", () => Opening.Parse(without), ("document", "opening"), ("member", member));
    }

    [Theory]
    [InlineData(Task, """{"id":"t"}""", "RI1203", "tasks[0].frameRoot")]
    [InlineData("\"frameSize\":3", "\"frameSize\":3,\"note\":1", "RI1202", "tasks[0].note")]
    [InlineData("\"kind\":\"public\"", "\"kind\":\"public\",\"Key\":\"\"", "RI1202", "parties[1].Key")]
    [InlineData("\"role\":\"drawing\",", "", "RI1203", "parties[0].role")]
    [InlineData("\"attempt\":1", "\"attempt\":1,\"deadlines\":{\"commit\":\"2026-03-02T01:30:00Z\"}", "RI1203", "deadlines.reveal")]
    [InlineData("\"attempt\":1", "\"attempt\":2,\"previous\":{\"record\":\"x\"}", "RI1203", "previous.reason")]
    public void Parse_UnknownOrMissingInside_ThePlaceIsNamed(string old, string @new, string code, string member) =>
        RefusalAssert.Input(code, () => Opening.Parse(Changed(old, @new)), ("document", "opening"), ("member", member));

    [Theory]
    [InlineData("\"attempt\":1", "\"attempt\":0", "attempt", "0")]
    [InlineData("\"attempt\":1", "\"attempt\":2", "attempt", "2")]
    [InlineData("\"attempt\":1", "\"attempt\":1,\"previous\":{\"record\":\"x\",\"reason\":\"y\"}", "attempt", "1")]
    [InlineData("\"attempt\":1", "\"attempt\":1.0", "attempt", "1.0")]
    [InlineData("\"frameSize\":3", "\"frameSize\":-1", "tasks[0].frameSize", "-1")]
    [InlineData("\"frameSize\":3", "\"frameSize\":3e0", "tasks[0].frameSize", "3e0")]
    [InlineData("\"frameSize\":3", "\"frameSize\":\"3\"", "tasks[0].frameSize", "\"3\"")]
    [InlineData("\"kind\":\"committed\"", "\"kind\":\"Committed\"", "parties[0].kind", "\"Committed\"")]
    [InlineData("\"role\":\"drawing\"", "\"role\":1", "parties[0].role", "1")]
    [InlineData("[" + Task + "]", "[]", "tasks", "[]")]
    [InlineData("[" + Task + "]", "{}", "tasks", "{}")]
    [InlineData("[" + Task + "]", "[1]", "tasks[0]", "1")]
    [InlineData("[" + Operator + "," + Lottery + "]", "[]", "parties", "[]")]
    [InlineData("\"attempt\":1", "\"attempt\":1,\"deadlines\":null", "deadlines", "null")]
    [InlineData("\"attempt\":1", "\"attempt\":1,\"deadlines\":{\"commit\":\"2026-03-02\",\"reveal\":\"2026-03-02T01:30:00Z\"}", "deadlines.commit", "\"2026-03-02\"")]
    [InlineData("\"attempt\":1", "\"attempt\":1,\"deadlines\":{\"commit\":\"2026-03-02T01:30:00Z\",\"reveal\":\"2026-03-02T01:30:00+08:00\"}", "deadlines.reveal", "\"2026-03-02T01:30:00+08:00\"")]
    public void Parse_MalformedValue_RI1204(string old, string @new, string member, string value) =>
        RefusalAssert.Contains("RI1204", () => Opening.Parse(Changed(old, @new)), ("document", "opening"), ("member", member), ("value", value));

    [Theory]
    [MemberData(nameof(BadNames))]
    public void Parse_MalformedName_RI1204(string name)
    {
        AssertMalformed("\"draw\":\"D1\"", $"\"draw\":\"{name}\"", "draw", name);
        AssertMalformed("\"id\":\"t\"", $"\"id\":\"{name}\"", "tasks[0].id", name);
        AssertMalformed("\"party\":\"op\"", $"\"party\":\"{name}\"", "parties[0].party", name);
    }

    [Theory]
    [MemberData(nameof(BadHex))]
    public void Parse_NotLowerCaseHex_RI1204(string hex)
    {
        AssertMalformed($"\"frameRoot\":\"{Hex}\"", $"\"frameRoot\":\"{hex}\"", "tasks[0].frameRoot", hex);
        AssertMalformed($"\"designDigest\":\"{Hex}\"", $"\"designDigest\":\"{hex}\"", "tasks[0].designDigest", hex);
        AssertMalformed("\"attempt\":1", $$"""
            "attempt":2,"previous":{"record":"{{hex}}","reason":"y"}
            """, "previous.record", hex);
    }

    [Fact]
    public void Parse_NameTwice_RI1304()
    {
        RefusalAssert.Input("RI1304", () => Opening.Parse(Changed("\"party\":\"lottery\"", "\"party\":\"op\"")), ("name", "op"));
        RefusalAssert.Input("RI1304", () => Opening.Parse(Changed(Task, $"{Task},{Task}")), ("name", "t"));
        Assert.Equal(2, Opening.Parse(Changed("\"party\":\"lottery\"", "\"party\":\"OP\"")).Parties.Length);
    }

    [Fact]
    public void Parse_SystemBesideOthers_RI1305()
    {
        RefusalAssert.Input("RI1305", () => Opening.Parse(Changed("\"kind\":\"public\"", "\"kind\":\"system\"")));
        Assert.Equal(ContributionKind.System, Assert.Single(Opening.Parse(Changed("," + Lottery, "").Replace("committed", "system", StringComparison.Ordinal)).Parties).Kind);
    }

    [Fact]
    public void Parse_MemberTwiceOrTextAfter_RI1201()
    {
        RefusalAssert.Contains("RI1201", () => Opening.Parse(Sound + "x"), ("document", "opening"));
        RefusalAssert.Contains("RI1201", () => Opening.Parse(Changed("\"attempt\":1", "\"attempt\":1,\"attempt\":1")), ("document", "opening"));
        RefusalAssert.Contains("RI1201", () => Opening.Parse(Changed("\"role\":\"drawing\"", "\"role\":\"drawing\",\"role\":\"drawing\"")), ("document", "opening"));
        RefusalAssert.Contains("RI1201", () => Opening.Parse("\ufeff" + Sound), ("document", "opening"));
    }

    [Fact]
    public void Seed_UnknownParty_RI1306() =>
        RefusalAssert.Input("RI1306", () => SeedOf(new Contribution("nobody", ContributionKind.Committed, Hex)), ("party", "nobody"));

    [Fact]
    public void Seed_OtherKind_RI1307()
    {
        RefusalAssert.Input("RI1307", () => SeedOf(new Contribution("op", ContributionKind.Public, Hex)), ("party", "op"), ("expected", "committed"), ("kind", "public"));
        RefusalAssert.Input(
            "RI1307", () => SeedText.Commitment(Opening.Parse(Sound), "lottery", Hex, Sha256.Instance), ("party", "lottery"), ("expected", "public"), ("kind", "committed"));
    }

    [Theory]
    [MemberData(nameof(BadHex))]
    public void Seed_MalformedCommittedValue_RI1308(string value)
    {
        RefusalAssert.Input("RI1308", () => SeedOf(new Contribution("op", ContributionKind.Committed, value)), ("party", "op"), ("value", value));
        RefusalAssert.Input("RI1308", () => SeedText.Commitment(Opening.Parse(Sound), "op", value, Sha256.Instance), ("party", "op"), ("value", value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("abc")]
    [InlineData("AB")]
    [InlineData("4 ")]
    public void Seed_MalformedPublicValue_RI1308(string value)
    {
        RefusalAssert.Input("RI1308", () => SeedOf(new Contribution("lottery", ContributionKind.Public, value)), ("party", "lottery"), ("value", value));
        string tooLong = new('a', 514);
        RefusalAssert.Input("RI1308", () => SeedOf(new Contribution("lottery", ContributionKind.Public, tooLong)), ("party", "lottery"), ("value", tooLong));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(512)]
    public void Seed_PublicValueOfOneOr256Bytes_AsTheText(int characters)
    {
        string value = new('a', characters);
        string text = $"random-inspection-draw/1\nopening {Sha(Sound)}\ncontribution lottery public {value}\n";
        Assert.Equal(Sha(text), SeedOf(new Contribution("lottery", ContributionKind.Public, value)).Hex);
    }

    [Fact]
    public void Seed_TwiceOrNone_RI1309OrRI1310()
    {
        Contribution value = new("op", ContributionKind.Committed, Hex);
        RefusalAssert.Input("RI1309", () => SeedOf(value, value), ("party", "op"));
        RefusalAssert.Input("RI1310", () => SeedOf());
    }

    [Fact]
    public void CommitmentToSign_FourLines_AsTheRecordFormatSays() =>
        Assert.Equal(
            $"random-inspection-draw/1 commitment signature\n{Hex}\nop\n{Hex[..63]}0\n",
            SeedText.CommitmentToSign(Digest.Parse(Hex), "op", Digest.Parse(Hex[..63] + "0")));

    private static Seed SeedOf(params Contribution[] contributions) => SeedText.Seed(Opening.Parse(Sound), contributions, Sha256.Instance);

    private static string Sha(string text) => DrawVector.Digest("sha-256", Encoding.UTF8.GetBytes(text));

    private static string Changed(string old, string @new)
    {
        Assert.Contains(old, Sound, StringComparison.Ordinal);
        return Sound.Replace(old, @new.Trim(), StringComparison.Ordinal);
    }

    private static void AssertMalformed(string old, string @new, string member, string value) =>
        RefusalAssert.Contains("RI1204", () => Opening.Parse(Changed(old, @new)), ("document", "opening"), ("member", member), ("value", $"\"{value}\""));
}
