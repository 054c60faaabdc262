using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>Notes and checkpoints: those that openssl signed (<c>tests/vectors/ledger/make.py</c>) are read, whatever is written otherwise is refused.</summary>
public sealed class SignedNoteTests
{
    private static readonly SignatureAlgorithms Algorithms = new();
    private static readonly JsonElement Vectors = ReadVectors();
    private static readonly string Signed = Vectors.GetProperty("signed").GetString()!;
    private static readonly string Cosigned = Vectors.GetProperty("cosigned").GetString()!;
    private static readonly NoteKey Log = NoteKey.Parse(Vectors.GetProperty("log").GetString()!, Algorithms);
    private static readonly NoteKey Other = NoteKey.Parse(Vectors.GetProperty("witness").GetString()!, Algorithms);

    public static TheoryData<string, int> NoNotes => new()
    {
        { "", 1 },
        { "\n", 1 },
        { "\n\n", 2 },
        { "text\n", 1 },
        { "text\n\n", 2 },
        { "text\n\n— a AAAAAAE=", 3 },
        { "text\r\n\n— a AAAAAAE=\n", 1 },
        { "te\0xt\n\n— a AAAAAAE=\n", 1 },
        { "\n— a AAAAAAE=\n", 2 },
        { "text\n\n- a AAAAAAE=\n", 3 },
        { "text\n\n—a AAAAAAE=\n", 3 },
        { "text\n\n— a  AAAAAAE=\n", 3 },
        { "text\n\n— a+b AAAAAAE=\n", 3 },
        { "text\n\n— a\u3000b AAAAAAE=\n", 3 },
        { "text\n\n—  AAAAAAE=\n", 3 },
        { "text\n\n— a AAAAAA==\n", 3 },
        { "text\n\n— a AAAAAAE\n", 3 },
        { "text\n\n— a AAAAAAF=\n", 3 },
        { "text\n\n— a AAAA AAE=\n", 3 },
        { "text\n\n— a AAAAAAE=\nmore\n", 4 },
    };

    public static TheoryData<string> NoCheckpoints => new(
        "a\n1\n", "a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nextension\n", "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "a\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "a\n+1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n1 \nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "a\n9223372036854775808\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n", "a\n1\nAAAA\n", "a\n\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "a b\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n١\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");

    [Fact]
    public void Parse_NoteThatOpensslSigned_VerifiesAndIsWrittenAsItWas()
    {
        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes(Cosigned));
        Assert.Equal(Cosigned, note.ToString());
        Assert.Equal(2, note.Signatures.Length);
        Assert.Same(note.Signatures[0], note.Require(Log));
        Assert.Same(note.Signatures[1], note.Require(Other));
        Assert.Equal(Instant.FromUnixTimeSeconds(Vectors.GetProperty("seconds").GetInt64()), Other.MomentOf(note.Signatures[1]));
        Assert.Null(Log.MomentOf(note.Signatures[0]));

        Checkpoint checkpoint = Checkpoint.Of(note);
        Assert.Equal(("amr.shenyang.example/ledger", 130), (checkpoint.Origin, checkpoint.Head.Size));
        Assert.Equal(note.Text, checkpoint.Text);
        Assert.Equal(checkpoint, Checkpoint.Of(checkpoint.Origin, checkpoint.Head));
    }

    [Fact]
    public void NoteKey_ReadAndWritten_TheSameLine()
    {
        Assert.Equal((NoteKeyKind.Log, NoteKeyKind.Witness), (Log.Kind, Other.Kind));
        Assert.Equal(Vectors.GetProperty("log").GetString(), Log.ToString());
        Assert.Equal(Vectors.GetProperty("logKey").GetString(), Log.Key);
        Assert.Equal(Log.ToString(), NoteKey.Of(Log.Name, NoteKeyKind.Log, Log.Key, Algorithms).ToString());
        Assert.Equal(Other.ToString(), NoteKey.Of(Other.Name, NoteKeyKind.Witness, Other.Key, Algorithms).ToString());
    }

    [Fact]
    public void NoteKey_Miscopied_Refused()
    {
        string line = Log.ToString();
        foreach (string wrong in new[]
        {
            "", "a", "a+b+c", line[..^4], line + "=", " " + line, line.Replace("shenyang", "Shenyang", StringComparison.Ordinal).Replace("89c71d77", "89c71d78", StringComparison.Ordinal),
            line.Replace("89c71d77", "89C71D77", StringComparison.Ordinal), line.Replace("89c71d77", "89c71d7", StringComparison.Ordinal), line.Replace("+AjBZ", "+ATBZ", StringComparison.Ordinal), "+" + line,
        })
        {
            RefusalAssert.Contains("RI6011", () => NoteKey.Parse(wrong, Algorithms));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    [InlineData("a\u00a0b")]
    public void NoteKey_NameThatCannotStand_Refused(string name) => RefusalAssert.Contains("RI6012", () => NoteKey.Of(name, NoteKeyKind.Log, Log.Key, Algorithms));

    [Theory]
    [MemberData(nameof(NoNotes))]
    public void Parse_OtherForm_RefusedWithItsLine(string note, int line)
    {
        InputRefusedException refused = Assert.Throws<InputRefusedException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(note)));
        Assert.Equal(("RI6010", line.ToString(System.Globalization.CultureInfo.InvariantCulture)), (refused.Refusal.Code, refused.Refusal["line"]));
    }

    [Fact]
    public void Parse_NotUtf8OrTooLong_Refused()
    {
        RefusalAssert.Contains("RI6010", () => SignedNote.Parse([0xff, .. Encoding.UTF8.GetBytes(Signed)]));
        RefusalAssert.Contains("RI6010", () => SignedNote.Parse(Encoding.UTF8.GetBytes(new string('x', 65536) + "\n" + Signed)));
    }

    [Fact]
    public void Parse_EmptyLinesInTheText_TheLastOneSeparates()
    {
        SignedNote note = SignedNote.Parse("one\n\ntwo\n\n— a AAAAAAE=\n"u8);
        Assert.Equal("one\n\ntwo\n", note.Text);
        Assert.Equal("one\n\ntwo\n\n— a AAAAAAE=\n", note.ToString());
    }

    [Theory]
    [MemberData(nameof(NoCheckpoints))]
    public void Checkpoint_OtherText_Refused(string text) =>
        RefusalAssert.Contains("RI6013", () => Checkpoint.Of(SignedNote.Parse(Encoding.UTF8.GetBytes(text + "\n— a AAAAAAE=\n"))));

    [Fact]
    public void Require_OtherKey_NotSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes(Signed));
        RefusalAssert.Contains("RI6014", () => note.Require(NoteKey.Of(Log.Name, NoteKeyKind.Log, EcdsaP256.PublicKey(key), Algorithms)));
        RefusalAssert.Contains("RI6014", () => note.Require(Other));

        // The key of a log signs another statement as a witness, and has another id.
        RefusalAssert.Contains("RI6014", () => note.Require(NoteKey.Of(Log.Name, NoteKeyKind.Witness, Log.Key, Algorithms)));
        RefusalAssert.Contains("RI6014", () => note.Require(NoteKey.Of("another", NoteKeyKind.Log, Log.Key, Algorithms)));
    }

    [Property(MaxTest = 200)]
    public void Require_AnyByteChanged_NothingElseIsSigned(ushort place, byte with)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Cosigned);
        int at = place % bytes.Length;
        if (bytes[at] == with)
        {
            return;
        }

        bytes[at] = with;
        SignedNote changed;
        try
        {
            changed = SignedNote.Parse(bytes);
        }
        catch (InputRefusedException e)
        {
            Assert.Equal("RI6010", e.Refusal.Code);
            return;
        }

        // Whatever still reads differs in the text or in a signature: one of the two keys notices.
        Assert.Contains(
            Assert.Throws<InputRefusedException>(() =>
            {
                changed.Require(Log);
                changed.Require(Other);
            }).Refusal.Code,
            new[] { "RI6014", "RI6015" });
    }

    [Fact]
    public async Task SignAsync_HeadsOfManySizes_VerifyAndAreCheckpoints()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CheckpointSigner signer = new("amr.shenyang.example/ledger", Algorithms, new EcdsaP256Signer(key), Other.ToString());
        for (int i = 0; i < 100; i++)
        {
            // A hundred signatures: some have an r or s that begins with zeros or with a set bit.
            LedgerHead head = new(i, Convert.ToHexStringLower(SHA256.HashData([(byte)i])));
            SignedNote note = (await signer.SignAsync(head, TestContext.Current.CancellationToken))!;
            Assert.Equal(note.ToString(), SignedNote.Parse(note.ToBytes()).ToString());
            note.Require(signer.Key!);
            Assert.Equal(head, Checkpoint.Of(note).Head);
        }

        Assert.Null(new CheckpointSigner("a", Algorithms, null).Key);
        Assert.Null(await new CheckpointSigner("a", Algorithms, null).SignAsync(new LedgerHead(0, new string('0', 64)), TestContext.Current.CancellationToken));
        RefusalAssert.Contains("RI6011", () => _ = new CheckpointSigner("a", Algorithms, null, Log.ToString()));
        RefusalAssert.Contains("RI6012", () => _ = new CheckpointSigner("a b", Algorithms, null));
    }

    [Fact]
    public void With_SignatureOfTheSameKey_Replaces()
    {
        SignedNote note = SignedNote.Parse(Encoding.UTF8.GetBytes(Cosigned));
        NoteSignature again = note.Signatures[1] with { Bytes = [1, 2, 3] };
        Assert.Equal([note.Signatures[0], again], note.With(again).Signatures);
        RefusalAssert.Contains("RI6015", () => note.With(again).Require(Other));
    }

    private static JsonElement ReadVectors()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Vectors, "ledger", "notes.json")));
        return document.RootElement.Clone();
    }
}
