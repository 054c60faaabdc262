using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>Every byte of a record and of a frame: changed, it does not verify, unless it says what only the ledger can prove.</summary>
public sealed class RecordTamperingTests
{
    private static readonly DrawRecord Auditor = At(CeremonyStatus.Ready).Record();
    private static readonly byte[] AuditorBytes = RecordDocument.Write(Auditor);
    private static readonly RecordVerifier Verifier = new();

    /// <summary>Moments within their order, and what stands beside the draw. The record's digest in the ledger covers them.</summary>
    private static readonly string[] OnlyTheLedgerKnows = ["openedAt", "drawnAt", "at", "directory", "auditorDigest"];

    [Fact]
    public void Verify_AnyByteOfTheAuditorsRecordChanged_NotVerified() =>
        AssertEveryByteCounts(AuditorBytes, record => Verifier.Verify(record, Frames, Keys), OnlyTheLedgerKnows);

    [Theory]
    [InlineData("U00")]
    [InlineData("U01")]
    [InlineData("U34")]
    public void Verify_AnyByteOfASubjectsRecordChanged_NotVerified(string id)
    {
        RecordedSubject subject = RecordBuilder.Subject(Auditor, "T1", SmallFrame, SmallKey, id, new DrawEngine(), new DrawHashes())!;
        byte[] bytes = RecordDocument.Write(Auditor.ForSubject(Digest.Of(SHA256.HashData(AuditorBytes)), subject));

        // The cutoff is the auditor's to prove: here only that it agrees with the outcome.
        AssertEveryByteCounts(bytes, Bare, [.. OnlyTheLedgerKnows, "cutoff"]);
    }

    [Fact]
    public void Verify_SubjectsOutcomeTurnedRound_NotVerified()
    {
        foreach (FrameUnit unit in SmallFrame.Units)
        {
            RecordedSubject subject = RecordBuilder.Subject(Auditor, "T1", SmallFrame, SmallKey, unit.Id, new DrawEngine(), new DrawHashes())!;
            Digest digest = Digest.Of(SHA256.HashData(AuditorBytes));
            string[] failed = Failed(Auditor.ForSubject(digest, subject with { Drawn = !subject.Drawn }));
            Assert.Equal(["subject-drawn"], failed);
            Assert.Equal(["subject-line"], Failed(Auditor.ForSubject(digest, subject with { Task = "T2" })));
            Assert.Equal(["subject-line"], Failed(Auditor.ForSubject(digest, subject with { FrameRoot = digest })));
            Assert.Equal(["subject-line"], Failed(Auditor.ForSubject(digest, subject with { Proof = subject.Proof with { FrameSize = 15 } })));
        }

        string[] Failed(DrawRecord record) => [.. Bare(RecordDocument.Write(record)).Steps.Where(s => s.Status == VerificationStatus.Failed).Select(s => s.Id)];
    }

    [Fact]
    public void Verify_AnyByteOfTheFrameOrItsKeyChanged_NotVerified()
    {
        byte[] file = Frames["T1"];
        for (int i = 0; i < file.Length; i++)
        {
            byte[] changed = [.. file];
            changed[i] ^= 1;
            AssertFrameFails(changed, SmallKey);
        }

        AssertFrameFails(file[..^1], SmallKey);
        AssertFrameFails([.. file, (byte)'\n'], SmallKey);
        AssertFrameFails([], SmallKey);
        for (int i = 0; i < 64; i++)
        {
            AssertFrameFails(file, FrameKey.Parse(SmallKey.Hex[..i] + (SmallKey.Hex[i] == '0' ? '1' : '0') + SmallKey.Hex[(i + 1)..]));
        }
    }

    [Theory]
    [InlineData("{\"format\"", "{ \"format\"")]
    [InlineData(",\"view\"", ",\n\"view\"")]
    [InlineData("}\n", "}")]
    [InlineData("}\n", "}\n\n")]
    [InlineData("}\n", "}\r\n")]
    [InlineData("\"format\":\"random-inspection-record/1\",\"view\":\"auditor\"", "\"view\":\"auditor\",\"format\":\"random-inspection-record/1\"")]
    [InlineData("\"population\":2,\"drawable\":1", "\"drawable\":1,\"population\":2")]
    [InlineData("\"version\":7,\"criteria\":\"everything\"", "\"criteria\":\"everything\",\"version\":7")]
    [InlineData("福", "\\u798f")]
    [InlineData("\"2026-11-23T01:00:00Z\"", "\"2026-11-23T01:00:00.0Z\"")]
    [InlineData("\"2026-11-23T01:00:00Z\"", "\"2026-11-23T01:00:00.500Z\"")]
    [InlineData("\"2026-11-23T01:00:00Z\"", "\"2026-11-23T01:00:00,5Z\"")]
    [InlineData("\"population\":2", "\"population\":2.0")]
    [InlineData("\"view\":\"auditor\"", "\"view\":\"auditor\",\"view\":\"auditor\"")]
    [InlineData("\"view\":\"auditor\"", "\"view\":\"auditor\",\"note\":1")]
    [InlineData("\"view\":\"auditor\",", "")]
    [InlineData("\"view\":\"auditor\"", "\"view\":\"Auditor\"")]
    [InlineData("\"view\":\"auditor\"", "\"view\":\"public\"")]
    [InlineData("random-inspection-record/1", "random-inspection-record/2")]
    [InlineData("\"outcome\":\"drawn\"", "\"outcome\":\"void\"")]
    [InlineData("\"expectedNano\":\"", "\"expectedNano\":\"0")]
    public void Verify_OtherFormOfTheSameRecord_FormatRefused(string old, string @new)
    {
        string text = Encoding.UTF8.GetString(AuditorBytes);
        int place = text.LastIndexOf(old, StringComparison.Ordinal);
        Assert.True(place >= 0, old);
        RecordVerification found = Verifier.Verify(Encoding.UTF8.GetBytes(text[..place] + @new + text[(place + old.Length)..]), Frames, Keys);
        VerificationStep step = Assert.Single(found.Steps);
        Assert.Equal(("format", VerificationStatus.Failed), (step.Id, step.Status));
    }

    private static RecordVerification Bare(byte[] record) =>
        Verifier.Verify(record, ImmutableDictionary<string, byte[]>.Empty, ImmutableDictionary<string, FrameKey>.Empty);

    private static void AssertFrameFails(byte[] file, FrameKey key)
    {
        RecordVerification found = Verifier.Verify(
            AuditorBytes, new Dictionary<string, byte[]> { ["T1"] = file }, new Dictionary<string, FrameKey> { ["T1"] = key });
        Assert.Equal(["frame"], found.Steps.Where(s => s.Status == VerificationStatus.Failed).Select(s => s.Id));
    }

    private static void AssertEveryByteCounts(byte[] record, Func<byte[], RecordVerification> verify, string[] aside)
    {
        Assert.True(verify(record).Verifies);
        string due = Without(record, aside);
        ConcurrentBag<string> passed = [];
        Parallel.For(0, record.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, place =>
        {
            byte[] changed = [.. record];
            changed[place] ^= 1;
            if (verify(changed).Verifies && Without(changed, aside) != due)
            {
                passed.Add($"{place}: …{Encoding.UTF8.GetString(changed.AsSpan(Math.Max(0, place - 30), Math.Min(60, changed.Length - Math.Max(0, place - 30))))}…");
            }
        });
        Assert.Empty(passed);
    }

    private static string Without(byte[] record, string[] members)
    {
        JsonNode json = JsonNode.Parse(record)!;
        Clear(json);
        return json.ToJsonString();

        void Clear(JsonNode? node)
        {
            if (node is JsonObject @object)
            {
                foreach (string name in @object.Select(m => m.Key).ToArray())
                {
                    if (members.Contains(name))
                    {
                        @object[name] = null;
                    }
                    else
                    {
                        Clear(@object[name]);
                    }
                }
            }
            else if (node is JsonArray array)
            {
                foreach (JsonNode? item in array)
                {
                    Clear(item);
                }
            }
        }
    }
}
