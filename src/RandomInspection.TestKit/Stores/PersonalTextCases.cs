using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>What every store does with pieces of personal data: keeps them beside the log, and lets them go for good.</summary>
internal static class PersonalTextCases
{
    private const string Erasure = "个人信息保护法 第四十七条";
    private const string Port = "IPersonalTexts";

    public static ConformanceContract<StoreUnderTest> Contract { get; } = new(
        typeof(IPersonalTexts),
        "PERSONAL",
        "个人信息",
        "Personal data",
        new("PERSONAL-01", "没有的承诺值查无所得", "A commitment that was never kept gives nothing", Port, NothingAsync),
        new("PERSONAL-02", "个人信息按承诺值与所涉之人原样取回", "Pieces read back exactly, by commitment and by whom they are about", Port, ExactAsync),
        new("PERSONAL-03", "删除后只留承诺值与时刻，留痕各项证明不变", "What is erased leaves its commitment and the moment, and every entry as it was", Erasure, ErasedAsync),
        new("PERSONAL-04", "删除未曾保存或已删除的，一切照旧", "Erasing what was never kept or is gone already changes nothing", Erasure, ErasedTwiceAsync),
        new("PERSONAL-05", "被拒绝的提交既不保存也不删除", "A refused commit neither keeps nor erases", Port, RefusedAsync),
        new("PERSONAL-06", "密封留痕中的个人信息同样可删", "Pieces of the sealed log can be erased too", Erasure, SealedAsync));

    /// <summary>A made-up piece; the kit asks the store to keep commitments, not to check them.</summary>
    public static PersonalPiece Piece(int number, string about = "inspector/SF000001", string text = Scene.Rare)
    {
        string salt = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))));
        return new PersonalPiece(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + text))), about, salt, text);
    }

    private static LedgerCommit Keeping(string stream, params ImmutableArray<PersonalPiece> pieces) => Scene.Commit(Scene.Append(stream)) with { Personal = pieces };

    private static LedgerCommit Erasing(string stream, params ImmutableArray<string> commitments) =>
        Scene.Commit(Scene.Append(stream)) with { Effect = new PersonalErasure(commitments) };

    private static async Task NothingAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Expect.Equal(0, (await store.PersonalTexts.FindAsync([Piece(1).Commitment], cancellation)).Count, "Pieces that were never kept");
        Expect.Equal(0, (await store.PersonalTexts.FindAsync([], cancellation)).Count, "Pieces of no commitment");
        Expect.Same([], await store.PersonalTexts.AboutAsync("inspector/nobody", cancellation), "Pieces about nobody");
    }

    private static async Task ExactAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        PersonalPiece[] pieces = [Piece(1), Piece(2), Piece(3, text: ""), Piece(4, "subject/𠮷", new('长', 2_000)), Piece(5, "inspector/SF0000010")];
        await store.Ledger.CommitAsync(Keeping("keep/1", pieces[0], pieces[1]), cancellation);
        await store.Ledger.CommitAsync(Keeping("keep/2", pieces[2], pieces[3], pieces[4]), cancellation);
        ImmutableDictionary<string, PersonalText> found = await store.PersonalTexts.FindAsync([.. pieces.Select(p => p.Commitment), "nothing"], cancellation);
        Expect.Equal(5, found.Count, "Pieces found");
        Expect.Same(pieces.Select(p => new PersonalText.Kept(p)), pieces.Select(p => found[p.Commitment]), "Pieces by commitment");
        Expect.Same(
            pieces.Take(3).OrderBy(p => p.Commitment, StringComparer.Ordinal), await store.PersonalTexts.AboutAsync("inspector/SF000001", cancellation), "Pieces about one person");
        Expect.Same([pieces[3]], await store.PersonalTexts.AboutAsync("subject/𠮷", cancellation), "Pieces about another");
        Expect.True(
            (await store.Ledger.ReadAsync(LedgerLog.Public, 0, 10, cancellation)).All(e => !e.Data.Contains(pieces[0].Salt, StringComparison.Ordinal)), "No salt stands in an entry");
    }

    private static async Task ErasedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        PersonalPiece gone = Piece(1), stays = Piece(2);
        await store.Ledger.CommitAsync(Keeping("keep/1", gone, stays), cancellation);
        LedgerHead before = await store.Ledger.HeadAsync(LedgerLog.Public, cancellation);
        await store.Ledger.CommitAsync(Erasing("erase/1", gone.Commitment), cancellation);

        ImmutableDictionary<string, PersonalText> found = await store.PersonalTexts.FindAsync([gone.Commitment, stays.Commitment], cancellation);
        Expect.Equal(new PersonalText.Erased(gone.Commitment, Scene.At), found[gone.Commitment], "The erased piece");
        Expect.Equal(new PersonalText.Kept(stays), found[stays.Commitment], "The other piece");
        Expect.Same([stays], await store.PersonalTexts.AboutAsync(gone.About, cancellation), "Pieces about the person afterwards");
        ImmutableArray<LedgerEntry> entries = await Soundness.OfAsync(store, cancellation);
        Expect.Equal(before.Root, PlainTree.Root([.. entries.Take((int)before.Size)]), "The root of before over the entries of now");
    }

    private static async Task ErasedTwiceAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        PersonalPiece gone = Piece(1);
        await store.Ledger.CommitAsync(Keeping("keep/1", gone), cancellation);
        await store.Ledger.CommitAsync(Erasing("erase/1", gone.Commitment, Piece(9).Commitment), cancellation);
        await store.Ledger.CommitAsync(Erasing("erase/2", gone.Commitment) with { At = Scene.At + NodaTime.Duration.FromDays(1) }, cancellation);
        ImmutableDictionary<string, PersonalText> found = await store.PersonalTexts.FindAsync([gone.Commitment, Piece(9).Commitment], cancellation);
        Expect.Same([new PersonalText.Erased(gone.Commitment, Scene.At)], found.Values, "The first erasure stands, and nothing else");
    }

    private static async Task RefusedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Keeping("keep/1", Piece(1)), cancellation);
        await Soundness.RefusedAsync<AppendConflictException>(store, () => store.Ledger.CommitAsync(Keeping("keep/1", Piece(2)), cancellation), "Keeping", cancellation);
        await Soundness.RefusedAsync<AppendConflictException>(store, () => store.Ledger.CommitAsync(Erasing("keep/1", Piece(1).Commitment), cancellation), "Erasing", cancellation);
        ImmutableDictionary<string, PersonalText> found = await store.PersonalTexts.FindAsync([Piece(1).Commitment, Piece(2).Commitment], cancellation);
        Expect.Same([new PersonalText.Kept(Piece(1))], found.Values, "What is kept after two refusals");
    }

    private static async Task SealedAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        await store.Ledger.CommitAsync(Keeping("secret/1", Piece(1)) with { Log = LedgerLog.Sealed }, cancellation);
        await store.Ledger.CommitAsync(Erasing("secret/2", Piece(1).Commitment) with { Log = LedgerLog.Sealed }, cancellation);
        Expect.Equal(
            new PersonalText.Erased(Piece(1).Commitment, Scene.At), (await store.PersonalTexts.FindAsync([Piece(1).Commitment], cancellation)).GetValueOrDefault(Piece(1).Commitment), "The piece");
        Expect.Equal(0L, (await store.Ledger.HeadAsync(LedgerLog.Public, cancellation)).Size, "Entries of the public log");
    }
}
