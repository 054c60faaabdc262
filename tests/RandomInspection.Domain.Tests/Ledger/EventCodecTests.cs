using System.Text;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Ledger;

/// <summary>Events keep their names and bytes for ever: the stored samples are read as they were written.</summary>
public sealed class EventCodecTests
{
    private static readonly EventCodec Codec = DomainEvents.Codec;

    private static readonly string Stored = Path.Combine(RepositoryFiles.Root, "tests", "RandomInspection.Domain.Tests", "Ledger", "stored-events.tsv");

    public static TheoryData<string> Cultures => UnderCulture.Names;

    [Fact]
    public void Types_Reflected_EveryEventHasANameAndASample()
    {
        Type[] events = [.. typeof(DrawEngine).Assembly.GetTypes().Where(t => t.IsNested && t.BaseType == t.DeclaringType && t.DeclaringType!.Name.EndsWith("Event", StringComparison.Ordinal))];
        Assert.True(events.Length >= 20);
        Assert.Empty(events.Except(Codec.Types.Values));
        Assert.Equal(Codec.Types.Values.Select(t => t.ToString()).Order(StringComparer.Ordinal), EventSamples.All.Select(e => e.GetType().ToString()).Distinct().Order(StringComparer.Ordinal));

        // A sample that leaves a member at its default would not notice that it is lost.
        foreach (Type type in Codec.Types.Values)
        {
            object[] samples = [.. EventSamples.All.Where(e => e.GetType() == type)];
            Assert.All(type.GetProperties(), p => Assert.Contains(samples, s => p.GetValue(s) is not null and not 0 and not 0L and not ""));
        }
    }

    [Fact]
    public void Decode_StoredSamples_ReadAndWrittenAsTheyWere()
    {
        string[] lines = File.ReadAllLines(Stored, Encoding.UTF8);
        foreach (string[] line in lines.Select(l => l.Split('\t')))
        {
            object happened = Codec.Decode(Entry(line[0], line[1]));
            Assert.Equal(Codec.Types[line[0]], happened.GetType());
            Assert.Equal(new EncodedEvent(line[0], line[1]), Codec.Encode(happened));
        }

        Assert.Equal(Codec.Types.Keys.Order(StringComparer.Ordinal), lines.Select(l => l.Split('\t')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Encode_Samples_TheStoredBytes()
    {
        // A new event adds a line; a line that stands is never changed: it is what ledgers hold.
        string[] lines = [.. EventSamples.All.Select(Codec.Encode).Select(e => $"{e.Type}\t{e.Data}")];
        Assert.Equal(File.ReadAllLines(Stored, Encoding.UTF8), lines);
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void EncodeAndDecode_OtherCulture_SameBytes(string culture) => Assert.Equal(
        EventSamples.All.Select(Codec.Encode),
        UnderCulture.Run<EncodedEvent[]>(culture, () => [.. EventSamples.All.Select(e => Codec.Encode(Codec.Decode(Entry(Codec.Encode(e).Type, Codec.Encode(e).Data))))]));

    [Theory]
    [InlineData("plan.submitted", "{\"by\":\"ni\",\"more\":1}")]
    [InlineData("plan.submitted", "{}")]
    [InlineData("plan.submitted", "{\"By\":\"ni\"}")]
    [InlineData("plan.submitted", "{\"by\":null}")]
    [InlineData("plan.submitted", "{\"by\":\"ni\",\"by\":\"ni\"}")]
    [InlineData("plan.submitted", "{\"by\":\"ni\"}x")]
    [InlineData("plan.submitted", "")]
    [InlineData("plan.approved", "{\"by\":\"zheng\",\"at\":\"2026-11-23\"}")]
    [InlineData("draw.struck", "{\"party\":1,\"cause\":\"noValue\",\"at\":\"2026-11-23T01:00:00Z\"}")]
    [InlineData("plan.Submitted", "{\"by\":\"ni\"}")]
    [InlineData("plan.unknown", "{}")]
    public void Decode_OtherData_RefusedWithItsPlace(string type, string data)
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => Codec.Decode(Entry(type, data)));
        Assert.Contains("Entry 42", refused.Message, StringComparison.Ordinal);
        Assert.Contains(type, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_TypeWithoutName_Refused() => Assert.Throws<ArgumentException>(() => Codec.Encode("no event"));

    [Fact]
    public void EventCodec_TypeTwice_Refused() =>
        Assert.ThrowsAny<ArgumentException>(() => new EventCodec(new Dictionary<string, Type> { ["a"] = typeof(TaskEvent.Frozen), ["b"] = typeof(TaskEvent.Frozen) }));

    [Fact]
    public void LedgerLeaf_Entry_ExactlyTheseBytes()
    {
        LedgerEntry entry = new(
            7, "draw/D2026-0001", 2, "draw.revealed", new Actor("qiu", Role.DrawingOperator), "补录 \"𠮷\"", Instant.FromUtc(2026, 11, 23, 1, 0) + Duration.FromMilliseconds(250), "{\"a\":\"\\\\u4e00\"}");
        Assert.Equal(
            """{"sequence":7,"stream":"draw/D2026-0001","version":2,"type":"draw.revealed","actor":"qiu","role":"DrawingOperator","reason":"补录 \"𠮷\"","at":"2026-11-23T01:00:00.25Z","data":"{\"a\":\"\\\\u4e00\"}"}""",
            Encoding.UTF8.GetString(LedgerLeaf.Bytes(entry)));
        Assert.Contains("\"reason\":null,", Encoding.UTF8.GetString(LedgerLeaf.Bytes(entry with { Reason = null })), StringComparison.Ordinal);
    }

    [Fact]
    public void LedgerLeaf_AnyFieldChanged_OtherBytes()
    {
        LedgerEntry entry = new(1, "s", 1, "t", new Actor("p", Role.Witness), "r", Instant.FromUtc(2026, 11, 23, 1, 0), "d");
        LedgerEntry[] others =
        [
            entry, entry with { Sequence = 2 }, entry with { Stream = "u" }, entry with { Version = 2 }, entry with { Type = "v" },
            entry with { Actor = new Actor("q", Role.Witness) }, entry with { Actor = new Actor("p", Role.Supervisor) }, entry with { Reason = null },
            entry with { Reason = "" }, entry with { At = entry.At + Duration.Epsilon }, entry with { Data = "" },
        ];
        Assert.Equal(others.Length, others.Select(e => Convert.ToHexString(LedgerLeaf.Bytes(e))).Distinct().Count());
    }

    private static LedgerEntry Entry(string type, string data) => new(42, "s", 1, type, Actor.System, null, Instant.FromUtc(2026, 11, 23, 1, 0), data);
}
