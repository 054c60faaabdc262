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
    public void Parse_TooLarge_RI9150WithItsSize()
    {
        RefusalAssert.Input("RI9150", () => ExchangeMessage.Parse(new byte[ExchangeMessage.MaximumBytes + 1]), ("fault", $"{ExchangeMessage.MaximumBytes + 1} bytes > {ExchangeMessage.MaximumBytes}"));
        byte[] small = Of("{}", 1).ToBytes();
        Assert.Equal("{}", ExchangeMessage.Parse((byte[])[.. small, .. Enumerable.Repeat((byte)' ', ExchangeMessage.MaximumBytes - small.Length)]).Data);
    }

    [Fact]
    public void Parse_LineBreaksThatMakeItTooLarge_RI9150()
    {
        // Of the greatest size as it stands, and a third more where it must stand in one line.
        string broken = "{\n\"text\":\"" + new string('x', ExchangeMessage.MaximumBytes * 4 / 5) + "\"}";
        string envelope = Encoding.UTF8.GetString(Of("{}", 1).ToBytes()).Replace(Convert.ToHexStringLower(SHA256.HashData("{}"u8)), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(broken))), StringComparison.Ordinal);
        RefusalAssert.Input("RI9150", () => ExchangeMessage.Parse(Encoding.UTF8.GetBytes(envelope[..^3] + broken + "}")), ("fault", $"line breaks: more than {ExchangeMessage.MaximumBytes} bytes in one line"));
    }

    [Theory]
    [InlineData("{\n}")]
    [InlineData("\n{}")]
    [InlineData("{\r}")]
    [InlineData("{}\n")]
    public void Parse_LineBreaks_InOneLineAndBack(string data)
    {
        ExchangeMessage sent = Of(data, 1);
        string envelope = Encoding.UTF8.GetString(sent.ToBytes());
        Assert.Contains($"\"data_base64\":\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(data))}\"", envelope, StringComparison.Ordinal);
        Assert.True(envelope.AsSpan().IndexOfAny('\r', '\n') < 0);
        Assert.Equal(sent, ExchangeMessage.Parse(sent.ToBytes()));
    }

    [Theory]
    [InlineData("\"sequence\":\"2\"", "\"sequence\":2", 2L)]
    [InlineData("\"sequence\":\"2\",", "", null)]
    public void Parse_SequenceAsANumberOrNone_Understood(string written, string read, long? sequence) =>
        Assert.Equal(sequence, ExchangeMessage.Parse(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Of("{}", 2).ToBytes()).Replace(written, read, StringComparison.Ordinal))).Sequence);

    [Fact]
    public void Parse_NoDigest_TheMessageAsItIs()
    {
        ExchangeMessage sent = Of("{}", 2);
        Assert.Equal(sent, ExchangeMessage.Parse(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sent.ToBytes()).Replace($"\"datadigest\":\"{sent.Digest}\",", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void Parse_PayloadOrDigestChanged_RI9152()
    {
        ExchangeMessage sent = Of("""{"n":1}""", 1), other = Of("""{"n":2}""", 1);
        string envelope = Encoding.UTF8.GetString(sent.ToBytes());
        RefusalAssert.Input("RI9152", () => Parse("\"n\":1", "\"n\":2"), ("id", "m-1"), ("said", sent.Digest), ("actual", other.Digest));
        RefusalAssert.Input("RI9152", () => Parse($"\"{sent.Digest}\"", "null"), ("id", "m-1"), ("said", ""), ("actual", sent.Digest));

        ExchangeMessage Parse(string written, string read) => ExchangeMessage.Parse(Encoding.UTF8.GetBytes(envelope.Replace(written, read, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("名")]
    [InlineData(null)]
    public void Of_NameMalformed_RI9151WithItsMember(string? name)
    {
        Refused("source", () => ExchangeMessage.Of(name!, "a", "t", "x", 1, At, "{}"));
        Refused("id", () => ExchangeMessage.Of(Source, name!, "t", "x", 1, At, "{}"));
        Refused("type", () => ExchangeMessage.Of(Source, "a", name!, "x", 1, At, "{}"));
        Refused("subject", () => ExchangeMessage.Of(Source, "a", "t", name!, 1, At, "{}"));

        void Refused(string member, Action action) => RefusalAssert.Input("RI9151", action, ("member", member), ("value", name ?? ""), ("most", $"{ExchangeMessage.MaximumNameLength}"));
    }

    [Fact]
    public void Of_NameOfTheGreatestLength_TakenAndOneMoreRefused()
    {
        string longest = new('n', ExchangeMessage.MaximumNameLength);
        Assert.Equal(longest, ExchangeMessage.Of(Source, longest, "t", "x", 1, At, "{}").Id);
        RefusalAssert.Contains("RI9151", () => ExchangeMessage.Of(Source, longest + "n", "t", "x", 1, At, "{}"), ("member", "id"));
    }

    [Fact]
    public void Of_PlaceZero_RI9151() => RefusalAssert.Input("RI9151", () => Of("{}", 0), ("member", "sequence"), ("value", "0"), ("most", $"{ExchangeMessage.MaximumNameLength}"));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    public void Of_PayloadNoJson_RI9150(string data) => Assert.NotEqual("", RefusalAssert.Contains("RI9150", () => Of(data, 1))["fault"]);

    private static ExchangeMessage Of(string data, long place) => ExchangeMessage.Of(Source, "m-1", "t", "D2026-0001", place, At, data);
}
