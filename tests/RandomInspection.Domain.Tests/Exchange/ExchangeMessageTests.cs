using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Exchange;

namespace RandomInspection.Tests.Exchange;

/// <summary>The envelope: the same message gives the same bytes, and what was changed on its way is refused.</summary>
public sealed class ExchangeMessageTests
{
    private const string Source = "https://amr.shenyang.example/ledger";

    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 1, 2, 3);

    [Fact]
    public void ToBytes_Message_TheEnvelopeOfCloudEvents() => Assert.Equal(
        """{"specversion":"1.0","id":"m-1","source":"https://amr.shenyang.example/ledger","type":"t","subject":"D2026-0001","time":"2026-11-23T01:02:03Z","datacontenttype":"application/json","sequence":"2","datadigest":"DIGEST","data":{"名":"沈 \u4e2d𠮷"}}"""
            .Replace("DIGEST", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("""{"名":"沈 \u4e2d𠮷"}"""))), StringComparison.Ordinal),
        Encoding.UTF8.GetString(Of("""{"名":"沈 \u4e2d𠮷"}""", 2).ToBytes()));

    [Property]
    public bool Parse_ToBytes_TheSameMessage(NonNull<string> text, PositiveInt place)
    {
        // JSON of any text that UTF-8 can hold; what it cannot is replaced before.
        string sound = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        ExchangeMessage sent = Of(System.Text.Json.JsonSerializer.Serialize(new { sound, list = new[] { 1, 2 } }), place.Get);
        return ExchangeMessage.Parse(sent.ToBytes()) == sent;
    }

    [Theory]
    [InlineData("""{"specversion":"0.3","id":"a","source":"s","type":"t","subject":"x","time":"2026-11-23T01:02:03Z","data":{}}""")]
    [InlineData("""{"specversion":"1.0","source":"s","type":"t","subject":"x","time":"2026-11-23T01:02:03Z","data":{}}""")]
    [InlineData("""{"specversion":"1.0","id":"a","id":"b","source":"s","type":"t","subject":"x","time":"2026-11-23T01:02:03Z","data":{}}""")]
    [InlineData("""{"specversion":"1.0","id":"a","source":"s","type":"t","subject":"x","time":"yesterday","data":{}}""")]
    [InlineData("""{"specversion":"1.0","id":"a","source":"s","type":"t","subject":"x","time":"2026-11-23T01:02:03Z"}""")]
    [InlineData("""{"specversion":"1.0","id":"a","source":"s","type":"t","subject":"x","time":"2026-11-23T01:02:03Z","sequence":"-1","data":{}}""")]
    [InlineData("""{"specversion":"1.0","id":7,"source":"s","type":"t","subject":"x","time":"2026-11-23T01:02:03Z","data":{}}""")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"specversion":"1.0","id":"a","source":"s","type":"t","subject":"x","time":"2026-11-23T01:02:03Z","data":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}""")]
    public void Parse_NoEnvelope_RI9150(string envelope) => RefusalAssert.Contains("RI9150", () => ExchangeMessage.Parse(Encoding.UTF8.GetBytes(envelope)));

    [Fact]
    public void Parse_TooLarge_RI9150() => RefusalAssert.Contains("RI9150", () => ExchangeMessage.Parse(new byte[ExchangeMessage.MaximumBytes + 1]));

    [Fact]
    public void Parse_PayloadChanged_RI9152() => RefusalAssert.Contains(
        "RI9152", () => ExchangeMessage.Parse(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Of("""{"n":1}""", 1).ToBytes()).Replace("\"n\":1", "\"n\":2", StringComparison.Ordinal))));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("名")]
    [InlineData(null)]
    public void Of_NameMalformed_RI9151(string? id) => RefusalAssert.Contains("RI9151", () => ExchangeMessage.Of(Source, id!, "t", "x", 1, At, "{}"));

    [Fact]
    public void Of_PlaceZero_RI9151() => RefusalAssert.Contains("RI9151", () => Of("{}", 0));

    private static ExchangeMessage Of(string data, long place) => ExchangeMessage.Of(Source, "m-1", "t", "D2026-0001", place, At, data);
}
