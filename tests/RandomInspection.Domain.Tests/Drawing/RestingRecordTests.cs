using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>What records say of resting units: counted by reason, told to the unit itself, refused where it does not add up.</summary>
public sealed class RestingRecordTests
{
    private static readonly RecordVerifier Verifier = new();
    private static readonly DrawRecord Without = At(CeremonyStatus.Ready).Record();
    private static readonly DrawRecord Auditor = With(("RI2120", 3), ("RI2122", 1));

    [Fact]
    public void Verify_CountsThatSumToTheCells_Holds()
    {
        byte[] bytes = RecordDocument.Write(Auditor);
        Assert.Contains("\"leftOut\":{\"deregistered\":2},\"resting\":{\"RI2120\":3,\"RI2122\":1}}", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(bytes, RecordDocument.Write(RecordDocument.Read(bytes)));
        RecordVerification found = Verifier.Verify(bytes, Frames, Keys);
        Assert.True(found.Verifies, string.Join('\n', found.Steps));
        Assert.Contains(found.Steps, s => s.Id == "resting");
        Assert.DoesNotContain("resting", Encoding.UTF8.GetString(RecordDocument.Write(Without)), StringComparison.Ordinal);
        Assert.DoesNotContain("RI2120", Encoding.UTF8.GetString(RecordDocument.Write(Auditor.ForPublic(Digest.Of(SHA256.HashData(bytes))))), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_CountsThatDoNot_ThatStepFails()
    {
        Assert.Equal(["resting"], Failed(With(("RI2120", 4), ("RI2122", 1))));
        Assert.Equal(["resting"], Failed(With(("RI2120", 3))));
        Assert.Equal(["resting"], Failed(With()));
    }

    [Theory]
    [InlineData("\"RI2122\":1", "\"RI2122\":0")]
    [InlineData("\"RI2122\":1", "\"RI2122\":-1")]
    [InlineData("\"RI2122\":1", "\"RI2122\":\"1\"")]
    [InlineData("\"RI2122\":1", "\"RI2120\":1")]
    [InlineData("\"resting\":{\"RI2120\":3,\"RI2122\":1}", "\"resting\":null")]
    [InlineData("\"leftOut\":{\"deregistered\":2},\"resting\":{\"RI2120\":3,\"RI2122\":1}", "\"resting\":{\"RI2120\":3,\"RI2122\":1},\"leftOut\":{\"deregistered\":2}")]
    public void Verify_MalformedCounts_FormatRefused(string old, string @new)
    {
        string text = Encoding.UTF8.GetString(RecordDocument.Write(Auditor));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Contains("format", Failed(Encoding.UTF8.GetBytes(text.Replace(old, @new, StringComparison.Ordinal))));
    }

    [Fact]
    public void Verify_SubjectsReasons_OnlyOfARestingUnit()
    {
        RecordedSubject resting = Subject("U01") with { RestingReasons = ["RI2120", "RI2122"] };
        byte[] bytes = Own(resting);
        Assert.EndsWith("\"drawn\":false,\"restingReasons\":[\"RI2120\",\"RI2122\"]}}\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(bytes, RecordDocument.Write(RecordDocument.Read(bytes)));
        Assert.Equal(["RI2120", "RI2122"], RecordDocument.Read(bytes).Subject!.RestingReasons);
        Assert.Empty(Failed(bytes));
        Assert.Empty(Failed(Own(Subject("U01"))));
        Assert.Equal(["subject-line"], Failed(Own(Subject("U00") with { RestingReasons = ["RI2120"] })));
        string empty = Encoding.UTF8.GetString(bytes).Replace("[\"RI2120\",\"RI2122\"]", "[]", StringComparison.Ordinal);
        Assert.Contains("format", Failed(Encoding.UTF8.GetBytes(empty)));
    }

    private static DrawRecord With(params (string Code, long Units)[] resting) => Without with
    {
        Tasks =
        [
            Without.Tasks[0] with
            {
                Directory = Without.Tasks[0].Directory! with { Resting = resting.ToImmutableSortedDictionary(r => r.Code, r => r.Units, StringComparer.Ordinal) },
            },
        ],
    };

    private static RecordedSubject Subject(string id) => RecordBuilder.Subject(Auditor, "T1", SmallFrame, SmallKey, id, new DrawEngine(), new DrawHashes())!;

    private static byte[] Own(RecordedSubject subject) => RecordDocument.Write(Auditor.ForSubject(Digest.Of(SHA256.HashData(RecordDocument.Write(Auditor))), subject));

    private static string[] Failed(DrawRecord record) => Failed(RecordDocument.Write(record));

    private static string[] Failed(byte[] record) =>
        [.. Verifier.Verify(record, Frames, Keys).Steps.Where(s => s.Status == VerificationStatus.Failed).Select(s => s.Id)];
}
