using System.Data.Common;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>That pieces of personal data are those whose commitments entries hold: salt and text give the commitment, or a tombstone says when they went.</summary>
/// <remarks>Whom a piece is about stands in no commitment, so that nobody can guess it from one; that alone cannot be checked.</remarks>
internal sealed class PersonalCheck(CheckedStore store)
{
    public async Task<Refusal?> RunAsync(CancellationToken cancellation)
    {
        HashSet<string> missing = new(store.Commitments.Keys, StringComparer.Ordinal);
        await using DbCommand select = store.Command("SELECT \"Commitment\", \"About\", \"Salt\", \"Text\", \"ErasedAt\" FROM \"personal\" ORDER BY \"Commitment\"");
        await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            object?[] values = [.. Enumerable.Range(0, rows.FieldCount).Select(column => RawTable.Plain(rows.GetValue(column)))];
            string commitment = values[0] as string ?? RawTable.Show(values[0]);
            if (!store.Commitments.ContainsKey(commitment))
            {
                return Differs(commitment, "没有条目提到它", "no entry refers to it");
            }

            missing.Remove(commitment);
            bool isErased = store.Erased.TryGetValue(commitment, out Instant at);
            if (isErased && (values[1] is not null || values[2] is not null || values[3] is not null || !RawTable.Same(values[4], at.ToUnixTimeTicks())))
            {
                return Differs(commitment, "条目说已删除，内容或时刻却不符", "an entry says that it was erased, and its content or moment does not fit");
            }

            if (!isErased && (values[4] is not null || values[1] is not string || values[2] is not string salt || values[3] is not string text || PersonalCommitment.Of(salt, text) != commitment))
            {
                return Differs(commitment, "盐值与文字得不出承诺", "salt and text do not give it");
            }
        }

        return missing.MinBy(commitment => store.Commitments[commitment]) is { } gone
            ? Differs(gone, $"第 {store.Commitments[gone]} 条提到它，库中却没有", $"entry {store.Commitments[gone]} refers to it, and it is not kept")
            : null;
    }

    private static Refusal Differs(string commitment, string chinese, string english) =>
        StoreDifferences.PersonalDiffers.With(("commitment", commitment), ("detailZh", chinese), ("detailEn", english));
}
