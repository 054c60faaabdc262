using System.Collections.Immutable;
using System.Text;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Exchange;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Tabular;

namespace RandomInspection.Fuzzing;

/// <summary>
/// What reads bytes of strangers. Each takes any bytes at all: it refuses them with a refusal of ours (false), or what it made of them, written
/// again, is read again as the same (true). Anything else is a fault.
/// </summary>
public static class Readers
{
    /// <summary>The readers by name.</summary>
    public static ImmutableSortedDictionary<string, Func<byte[], bool>> All { get; } = new Dictionary<string, Func<byte[], bool>>(StringComparer.Ordinal)
    {
        ["calendar"] = Refusing(Calendar),
        ["census"] = Refusing(bytes => Same(PartitionCensus.Parse(Encoding.UTF8.GetString(bytes)), again => PartitionCensus.Parse(Encoding.UTF8.GetString(again)), census => Encoding.UTF8.GetBytes(census.ToText()))),
        ["code"] = Code,
        ["criteria"] = CriteriaReader.Read,
        ["csv"] = Refusing(TableReaders.Csv),
        ["design"] = Refusing(bytes => Same(DesignDocument.Parse(bytes), again => DesignDocument.Parse(again), document => Encoding.UTF8.GetBytes(DesignDocument.Of(document.Design).Text))),
        ["event"] = Refusing(bytes => Same(ExchangeMessage.Parse(bytes), again => ExchangeMessage.Parse(again), message => message.ToBytes())),
        ["frame"] = Refusing(FrameReaders.Read),
        ["growth"] = Refusing(bytes => Exact(bytes, GrowthProof.Parse(bytes).ToString(), again => GrowthProof.Parse(again).ToString())),
        ["mapping"] = Refusing(bytes => PartnerMapping.Parse(Encoding.UTF8.GetString(bytes))),
        ["note"] = Refusing(bytes => Exact(bytes, SignedNote.Parse(bytes).ToString(), again => SignedNote.Parse(again).ToString())),
        ["opening"] = Refusing(bytes => Equal(bytes, Encoding.UTF8.GetBytes(Opening.Parse(bytes).Text))),
        ["partial"] = Refusing(bytes => Equal(bytes, DrawPartial.FromBytes(bytes).ToBytes())),
        ["problem"] = Refusing(bytes => MatchProblemDocument.Parse(bytes)),
        ["proof"] = Refusing(bytes => Exact(bytes, EntryProof.Parse(bytes).ToString(), again => EntryProof.Parse(again).ToString())),
        ["record"] = Refusing(bytes => Same(RecordDocument.Read(bytes), again => RecordDocument.Read(again), RecordDocument.Write)),
        ["sheet"] = Refusing(TableReaders.Sheet),
        ["signature"] = Refusing(bytes => Same(DetachedSignature.Parse(bytes), again => DetachedSignature.Parse(again), signature => signature.Write())),
        ["workbook"] = Refusing(TableReaders.Workbook),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Fails unless two texts of bytes are the same.</summary>
    internal static void Equal(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            throw new FaultException($"What was read is written otherwise: {Encoding.UTF8.GetString(actual)}");
        }
    }

    private static void Calendar(byte[] bytes)
    {
        ImmutableArray<HolidayNotice> notices = NoticeFile.Parse(Encoding.UTF8.GetString(bytes));
        string written = NoticeFile.Write(notices);
        Equal(Encoding.UTF8.GetBytes(written), Encoding.UTF8.GetBytes(NoticeFile.Write(NoticeFile.Parse(written))));
    }

    private static bool Code(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        if (UnifiedSocialCreditCode.TryParse(text, out UnifiedSocialCreditCode? code, out Refusal? refusal))
        {
            Equal(bytes, Encoding.UTF8.GetBytes(code.ToString()!));
            return true;
        }

        Says(refusal);
        return false;
    }

    // A reader that was given what a writer of its own made of the value has the same value again, and the writer the same bytes.
    private static void Same<T>(T value, Func<byte[], T> read, Func<T, byte[]> write)
    {
        byte[] written = write(value);
        Equal(written, write(read(written)));
    }

    // What is not signed or not needed may be left away when it is written; what is written then stands.
    private static void Exact(byte[] bytes, string written, Func<byte[], string> again)
    {
        byte[] once = Encoding.UTF8.GetBytes(written);
        if (once.Length > bytes.Length)
        {
            throw new FaultException("What was read is longer written.");
        }

        Equal(once, Encoding.UTF8.GetBytes(again(once)));
    }

    private static Func<byte[], bool> Refusing(Action<byte[]> reader) => bytes =>
    {
        try
        {
            reader(bytes);
            return true;
        }
        catch (InputRefusedException refused)
        {
            Says(refused.Refusal);
            return false;
        }
    };

    // The texts are made of the input as well: a message must come of every refusal, in both languages.
    private static void Says(Refusal refusal)
    {
        if (refusal.Reason(Language.Chinese).Length == 0 || refusal.Reason(Language.English).Length == 0)
        {
            throw new FaultException($"{refusal.Code} says nothing.");
        }
    }
}
