using System.Text.Json;
using RandomInspection.Exchange;

namespace RandomInspection.Tests.Exchange;

/// <summary>How a partner's table becomes messages: which fields each type needs and knows, and what is no mapping.</summary>
public sealed class PartnerMappingTests
{
    /// <summary>As docs/exchange.md lists them: needed fields, then those that may be.</summary>
    public static TheoryData<string, string, string> Fields => new()
    {
        { ExchangeTypes.Subjects, "code name region trade creditClass", "kind scope establishedOn status tags assessedOn assessedBy" },
        { ExchangeTypes.Inspectors, "id name department kind level regions", "qualifications certificates validFrom validTo leave capacity status" },
        { ExchangeTypes.Items, "department reason code title titleEn basis isKey ratioPercent object objectEn", "method timesAYear qualifications" },
        { ExchangeTypes.SuperiorTask, "authority task title words items from to", "document" },
        { ExchangeTypes.Results, "visit officer item result", "note" },
        { ExchangeTypes.Credit, "source code creditClass on", "" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Parse_EachType_WhatItNeedsAndKnows(string type, string needed, string known)
    {
        string[] least = needed.Split(' '), all = [.. least, .. known.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(all, PartnerMapping.Parse(Json(type, least)).Known);
        Assert.Equal(all.Order(StringComparer.Ordinal), PartnerMapping.Parse(Json(type, all)).Columns.Keys.Order(StringComparer.Ordinal));
        foreach (string field in least)
        {
            Fault(field, Json(type, [.. all.Where(one => one != field)]));
        }

        Fault("nothing", Json(type, [.. all, "nothing"]));
        Fault("nothing", Json(type, all)[..^1] + ""","words":{"nothing":{}}}""");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"type":"x","type":"x","columns":{}}""")]
    [InlineData("""{"type":1,"columns":{}}""")]
    [InlineData("""{"type":"x","columns":{"a":{"b":{"c":{}}}}}""")]
    [InlineData("""{"type":"x","columns":[]}""")]
    public void Parse_NoMapping_RI9165(string json) => Assert.Equal("RI9165", Assert.Throws<InputRefusedException>(() => PartnerMapping.Parse(json)).Refusal.Code);

    [Fact]
    public void Parse_OneThingWrong_FaultNamesIt()
    {
        Fault("type nothing", """{"type":"nothing","columns":{}}""");
        Fault("type ", """{"type":null,"columns":{}}""");
        string results = Json(ExchangeTypes.Results, ["visit", "officer", "item", "result"])[..^1];
        Fault("full", results + ""","full":{"status":"注销"}}""");
        Fault("result", results + ""","words":{"result":{"合格":"noProblem","不合格":null}}}""", "不合格");
        foreach (string type in (string[])[ExchangeTypes.Subjects, ExchangeTypes.Inspectors, ExchangeTypes.Items])
        {
            string[] needed = Fields.Single(row => row.Data.Item1 == type).Data.Item2.Split(' ');
            FullTable full = PartnerMapping.Parse(Json(type, needed)[..^1] + ""","full":{"status":"注销","regions":["沈河区"],"kind":"firm","department":"scjg","mostLeaving":7}}""").Full!;
            Assert.Equal(("注销", "firm", "scjg", 7), (full.Status, full.Kind, full.Department, full.MostLeaving));
            Assert.Equal(["沈河区"], full.Regions);
            Assert.Null(PartnerMapping.Parse(Json(type, needed)).Full);
        }
    }

    [Fact]
    public void Read_ARow_InOurWordsOrRefused()
    {
        PartnerMapping mapping = PartnerMapping.Parse(Json(ExchangeTypes.Results, ["visit", "officer", "item", "result"])[..^1] + ""","words":{"result":{"合格":"noProblem"}}}""");
        Dictionary<string, string> row = new() { ["C-visit"] = "V1", ["C-officer"] = "scjg-01", ["C-item"] = "SCJG-01", ["C-result"] = "合格" };
        Assert.Equal(["item SCJG-01", "officer scjg-01", "result noProblem", "visit V1"], mapping.Read("sheng", column => row[column]).Select(field => $"{field.Key} {field.Value}").Order(StringComparer.Ordinal));
        row["C-result"] = "不合格";
        RefusalAssert.Contains("RI9164", () => mapping.Read("sheng", column => row[column]), ("partner", "sheng"), ("column", "C-result"), ("value", "不合格"));
        Assert.Throws<ArgumentNullException>("cell", () => mapping.Read("sheng", null!));
        Assert.Throws<ArgumentNullException>("json", () => PartnerMapping.Parse(null!));
    }

    private static string Json(string type, string[] fields) => JsonSerializer.Serialize(new { type, columns = fields.ToDictionary(field => field, field => $"C-{field}") });

    private static void Fault(string fault, string json, string? instead = null) =>
        RefusalAssert.Contains("RI9165", () => PartnerMapping.Parse(json), ("fault", instead ?? fault));
}
