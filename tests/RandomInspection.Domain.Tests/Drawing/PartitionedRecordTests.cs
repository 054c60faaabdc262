using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>A record whose frame is kept in several places, checked from the partitions' files.</summary>
public sealed class PartitionedRecordTests
{
    private static readonly DrawHashes Hashes = new();

    /// <summary>Each with ids of its own: U0…, U1…, U2… and U3….</summary>
    private static ImmutableArray<PartitionFile> Files { get; } =
    [
        .. new[] { "丁", "甲", "丙", "乙" }.Select((name, part) =>
        {
            Frame frame = Frame.Of(SmallFrame.Units.Where(unit => unit.Id[1] == (char)('0' + part)));
            return new PartitionFile(name, new PartitionRule.At(1, part.ToString(System.Globalization.CultureInfo.InvariantCulture)), FrameFile.Write(frame))
            {
                Root = new DrawEngine().Root(frame, SmallKey, "sha-256"),
            };
        }),
    ];

    private static byte[] Record { get; } = RecordDocument.Write(Recorded());

    [Fact]
    public void Verify_AllPartitions_EveryStepHoldsAndTheSelectionIsRecomputed()
    {
        RecordVerification found = Verify(Files);
        Assert.True(found.Verifies);
        Assert.DoesNotContain(found.Steps, step => step.Status == VerificationStatus.Skipped && !step.Id.EndsWith("-signature", StringComparison.Ordinal));
        Assert.Equal(["partition.丁", "partition.甲", "partition.丙", "partition.乙", "frame"], found.Steps.Select(step => step.Id).SkipWhile(id => !id.StartsWith("partition", StringComparison.Ordinal)).Take(5));

        Assert.Equal(("T1 的分区“甲”（1:1）", "T1: the partition \"甲\" (1:1)"), Said(found, "partition.甲"));
        Assert.Equal(("T1 的名单，4 个分区", "T1: the frame of 4 partitions"), Said(found, "frame"));

        DrawRecord lie = Recorded();
        lie = lie with { Tasks = [lie.Tasks[0] with { Reserves = [lie.Tasks[0].Reserves[0] with { Ticket = lie.Tasks[0].Selected[0].Ticket, Id = lie.Tasks[0].Selected[0].Id }, .. lie.Tasks[0].Reserves.Skip(1)] }] };
        Assert.Contains("reserves", Failed(Verify(Files, RecordDocument.Write(lie))));
        Assert.Equal(["frame"], Failed(new RecordVerifier().Verify(Record, Frames, Keys))); // the whole in one file has another root
    }

    [Fact]
    public void Verify_FilesInAnyOrder_Holds() => Assert.True(Verify([.. Files.Reverse()]).Verifies);

    [Fact]
    public void Verify_PartitionMissing_FrameFails()
    {
        RecordVerification found = Verify(Files.RemoveAt(2));
        Assert.Equal(["frame"], Failed(found));
        Assert.Equal(("T1 的名单，3 个分区：应为 14 户，实为 10", "T1: the frame of 3 partitions: 14 units are due, there are 10"), Said(found, "frame"));
    }

    [Fact]
    public void Verify_PartitionTwice_FrameFails() => Assert.Contains("RI1378", Verify([.. Files, Files[0]]).Steps.Single(step => step.Id == "frame").English, StringComparison.Ordinal);

    [Fact]
    public void Verify_FilesOfTwoSwapped_BothBreakTheirRules()
    {
        RecordVerification found = Verify(Files.SetItem(0, Files[0] with { File = Files[1].File }).SetItem(1, Files[1] with { File = Files[0].File }));
        Assert.Equal(["partition.丁", "partition.甲", "frame"], Failed(found));
        Assert.StartsWith("T1: the partition \"甲\" (1:1): RI1375", Said(found, "partition.甲").English, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NamesOfTwoSwapped_FrameFails() =>
        Assert.Equal(["frame"], Failed(Verify(Files.SetItem(0, Files[0] with { Name = Files[1].Name }).SetItem(1, Files[1] with { Name = Files[0].Name }))));

    [Fact]
    public void Verify_UnitChangedInOne_ThatPartitionAndTheFrameFail()
    {
        FrameUnit[] units = [.. FrameFile.Read(Files[3].File.Span).Units];
        units[0] = new FrameUnit(units[0].Id + "X", units[0].Stratum, units[0].Class, units[0].Standing);
        RecordVerification found = Verify(Files.SetItem(3, Files[3] with { File = FrameFile.Write(Frame.Of(units)) }));
        Assert.Equal(["partition.乙", "frame"], Failed(found));
        string root = new DrawEngine().Root(Frame.Of(units), SmallKey, "sha-256").ToString();
        Assert.Equal(
            ($"T1 的分区“乙”（1:3）：根为 {root}，冻结时报的是 {Files[3].Root}", $"T1: the partition \"乙\" (1:3): its root is {root}, and {Files[3].Root} was stated when it was frozen"),
            Said(found, "partition.乙"));
        Assert.Equal(("T1 的名单，4 个分区：合并后的名单根与开启文件不符", "T1: the frame of 4 partitions: the root of all together is not the opening's"), Said(found, "frame"));
        Assert.Equal(["frame"], Failed(Verify(Files.SetItem(3, Files[3] with { File = FrameFile.Write(Frame.Of(units)), Root = null }))));
        Assert.Contains("frame", Failed(Verify(Files, key: FrameKey.Of(new byte[32]))));
    }

    [Fact]
    public void Verify_FileThatIsNone_ItsPartitionFails() =>
        Assert.Contains("RI1105", Verify(Files.SetItem(1, Files[1] with { File = "no frame"u8.ToArray() })).Steps.Single(step => step.Id == "partition.甲").English, StringComparison.Ordinal);

    private static RecordVerification Verify(ImmutableArray<PartitionFile> files, byte[]? record = null, FrameKey? key = null) => new RecordVerifier().Verify(
        record ?? Record,
        ImmutableDictionary<string, byte[]>.Empty,
        new Dictionary<string, FrameKey> { ["T1"] = key ?? SmallKey },
        partitions: new Dictionary<string, ImmutableArray<PartitionFile>> { ["T1"] = files });

    private static (string Chinese, string English) Said(RecordVerification found, string id)
    {
        VerificationStep step = found.Steps.Single(one => one.Id == id);
        return (step.Chinese, step.English);
    }

    private static string[] Failed(RecordVerification found) => [.. found.Steps.Where(step => step.Status == VerificationStatus.Failed).Select(step => step.Id)];

    /// <summary>The small ceremony's record, over the root of the partitions.</summary>
    private static DrawRecord Recorded()
    {
        Digest root = new DrawEngine().Root([.. Files.Select(file => new FramePartition(file.Name, file.Root!, FrameFile.Read(file.File.Span).Size))], "sha-256");
        CeremonyEvent.Prepared prepared = Prepared with { Tasks = [Prepared.Tasks[0] with { FrameRoot = root.Hex }] };
        return Ready(prepared).Record();
    }
}
