using System.Collections.Immutable;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>What every party that a program runs does: it commits to one value and gives it away not a moment too early.</summary>
internal static class SeedContributorCases
{
    private const string Section3 = "random-inspection-draw/1 §3";

    public static ConformanceContract<SeedContributorUnderTest> Contract { get; } = new(
        typeof(ISeedContributor),
        "CONTRIBUTOR",
        "随机值出具方",
        "Seed contributor",
        new("CONTRIBUTOR-01", "名称与公钥的写法是开启文件所能载明的", "Name and key are such as an opening can name", Section3, NamesAsync),
        new("CONTRIBUTOR-02", "先承诺后揭示：揭示的 32 字节正是所承诺的，承诺由其公钥签名", "Commitment before reveal: the 32 bytes revealed are those committed to, and the commitment is signed by its key", Section3, CommitsThenRevealsAsync),
        new("CONTRIBUTOR-03", "再问一次，承诺与揭示的值不变", "Asked again, it gives the same commitment and the same value", "ISeedContributor", AgainAsync),
        new("CONTRIBUTOR-04", "重启之后，承诺与揭示的值不变", "After a restart it gives the same commitment and the same value", "ISeedContributor", RestartAsync),
        new("CONTRIBUTOR-05", "每份开启文件各有一值，互不相同", "Each opening has a value of its own", Section3, OwnValuesAsync),
        new("CONTRIBUTOR-06", "尚有一方未承诺，不揭示", "While one party has not committed, nothing is revealed", Section3, AllCommittedAsync),
        new("CONTRIBUTOR-07", "期限未过就称某方已被剔除，不算数", "That somebody was struck out before the deadline does not count", Section3, StruckTooEarlyAsync),
        new("CONTRIBUTOR-08", "期限过后被剔除的一方不再等待", "Who was struck out after the deadline is not waited for", Section3, StruckAsync),
        new("CONTRIBUTOR-09", "已公布的承诺中没有自己的，或被换成别的，不揭示", "If its own commitment is missing or was replaced, nothing is revealed", Section3, OwnCommitmentAsync),
        new("CONTRIBUTOR-10", "抽取部门未先揭示，或揭示的值与其承诺不符，见证方不揭示", "A witness waits until the drawing department has revealed what it committed to", Section3, DrawingFirstAsync),
        new("CONTRIBUTOR-11", "作为抽取部门时不等他方揭示", "As the drawing department it waits for nobody's reveal", Section3, RevealsFirstAsync),
        new("CONTRIBUTOR-12", "开启文件未载明自己或公钥不符，不承诺也不揭示", "For an opening that does not name it, or names another key, it neither commits nor reveals", Section3, NotItsOpeningAsync),
        new("CONTRIBUTOR-13", "拒绝过早的请求之后，仍可按时揭示同一值", "Having refused too early a request, it reveals the same value in time", "ISeedContributor", RefusedThenInTimeAsync),
        new("CONTRIBUTOR-14", "并发请求得到同一承诺与同一值", "Many who ask at once get the same commitment and the same value", "ISeedContributor", AtOnceAsync),
        new("CONTRIBUTOR-15", "已取消的请求不作答", "What is cancelled is not answered", "ISeedContributor", CancelledAsync));

    private static async Task NamesAsync(Trial<SeedContributorUnderTest> trial)
    {
        ISeedContributor contributor = trial.Subject.Contributor;
        Expect.True(contributor.Party.Length is >= 1 and <= 64 && contributor.Party.All(c => c is > ' ' and < '\x7f' and not ':'), "The name is 1 to 64 visible ASCII characters without a colon");
        Expect.True(PartySignature.IsKey(contributor.Key), "The key is ecdsa-p256: and base64 of a key");
        (string party, string key) = (contributor.Party, contributor.Key);
        await contributor.CommitAsync(ToyCeremony.Of(contributor).Opening, trial.Cancellation);
        Expect.Equal((party, key), (contributor.Party, contributor.Key), "Name and key after a commitment");
    }

    private static async Task CommitsThenRevealsAsync(Trial<SeedContributorUnderTest> trial)
    {
        ISeedContributor contributor = trial.Subject.Contributor;
        ToyCeremony toy = ToyCeremony.Of(contributor);
        SeedCommitment commitment = await contributor.CommitAsync(toy.Opening, trial.Cancellation);
        string value = await RevealAsync(trial, toy, commitment);
        Expect.True(value.Length == 64 && value.All(char.IsAsciiHexDigitLower), "The value is 64 lower-case hex characters");
        Expect.Equal(toy.CommitmentTo(contributor.Party, value), commitment.Commitment, "The commitment to the value revealed");
        byte[] key = Convert.FromBase64String(contributor.Key["ecdsa-p256:".Length..]);
        byte[] signed = Encoding.UTF8.GetBytes(toy.SignedText(contributor.Party, commitment.Commitment));
        Expect.True(EcdsaP256.Instance.Verify(key, signed, Convert.FromBase64String(commitment.Signature)), "The signature of the commitment verifies with its key");
    }

    private static async Task AgainAsync(Trial<SeedContributorUnderTest> trial)
    {
        ToyCeremony toy = ToyCeremony.Of(trial.Subject.Contributor);
        SeedCommitment first = await trial.Subject.Contributor.CommitAsync(toy.Opening, trial.Cancellation);
        Expect.Equal(first.Commitment, (await trial.Subject.Contributor.CommitAsync(toy.Opening, trial.Cancellation)).Commitment, "The commitment asked for again");
        string value = await RevealAsync(trial, toy, first);
        Expect.Equal(value, await RevealAsync(trial, toy, first), "The value asked for again");
        Expect.Equal(first.Commitment, (await trial.Subject.Contributor.CommitAsync(toy.Opening, trial.Cancellation)).Commitment, "The commitment after the reveal");
    }

    private static async Task RestartAsync(Trial<SeedContributorUnderTest> trial)
    {
        if (trial.Subject.Reopen is null)
        {
            throw new NotApplicableException("没有给出 Reopen：无从重启。", "No Reopen is given: it cannot be started again.");
        }

        ToyCeremony toy = ToyCeremony.Of(trial.Subject.Contributor);
        SeedCommitment before = await trial.Subject.Contributor.CommitAsync(toy.Opening, trial.Cancellation);
        await using SeedContributorUnderTest again = await trial.Subject.Reopen(trial.Cancellation);
        SeedCommitment after = await again.Contributor.CommitAsync(toy.Opening, trial.Cancellation);
        Expect.Equal(before.Commitment, after.Commitment, "The commitment after a restart");
        string value = await RevealAsync(trial with { Subject = again }, toy, before);
        Expect.Equal(toy.CommitmentTo(again.Contributor.Party, value), before.Commitment, "The commitment to the value revealed after a restart");
    }

    private static async Task OwnValuesAsync(Trial<SeedContributorUnderTest> trial)
    {
        HashSet<string> values = [];
        for (int number = 1; number <= trial.Settings.AtOnce; number++)
        {
            ToyCeremony toy = ToyCeremony.Of(trial.Subject.Contributor, number);
            values.Add(await RevealAsync(trial, toy, await trial.Subject.Contributor.CommitAsync(toy.Opening, trial.Cancellation)));
        }

        Expect.Equal(trial.Settings.AtOnce, values.Count, "How many values there are for as many openings");
    }

    private static async Task AllCommittedAsync(Trial<SeedContributorUnderTest> trial)
    {
        (ToyCeremony toy, PublishedCeremony published) = await CommittedAsync(trial);
        foreach (string missing in new[] { ToyCeremony.Drawing, ToyCeremony.Other })
        {
            await RefusesAsync(trial, "RI1391", published with { Commitments = published.Commitments.Remove(missing) }, $"A reveal while {missing} has not committed");
        }

        ImmutableSortedDictionary<string, Digest> own = published.Commitments.Remove(ToyCeremony.Drawing).Remove(ToyCeremony.Other);
        await RefusesAsync(trial, "RI1391", new PublishedCeremony(toy.Opening, own, published.Revealed.Clear(), published.Struck), "A reveal while nobody else has committed");
    }

    private static async Task StruckTooEarlyAsync(Trial<SeedContributorUnderTest> trial)
    {
        (_, PublishedCeremony published) = await CommittedAsync(trial);
        PublishedCeremony struck = published with { Commitments = published.Commitments.Remove(ToyCeremony.Other), Struck = published.Struck.Add(ToyCeremony.Other) };
        await RefusesAsync(trial, "RI1391", struck, "A reveal when somebody is said to be struck out before the deadline", ToyCeremony.Early);
        await RefusesAsync(trial, "RI1391", struck, "The same at the very deadline", ToyCeremony.CommitBy);

        ToyCeremony without = ToyCeremony.Of(trial.Subject.Contributor, number: 2, withDeadlines: false);
        SeedCommitment commitment = await trial.Subject.Contributor.CommitAsync(without.Opening, trial.Cancellation);
        PublishedCeremony endless = without.Published(trial.Subject.Contributor.Party, commitment.Commitment);
        await RefusesAsync(
            trial, "RI1391", endless with { Commitments = endless.Commitments.Remove(ToyCeremony.Other), Struck = endless.Struck.Add(ToyCeremony.Other) }, "A reveal when somebody is struck out and the opening sets no deadline");
    }

    private static async Task StruckAsync(Trial<SeedContributorUnderTest> trial)
    {
        (ToyCeremony toy, PublishedCeremony published) = await CommittedAsync(trial);
        string party = trial.Subject.Contributor.Party;
        PublishedCeremony other = published with { Commitments = published.Commitments.Remove(ToyCeremony.Other), Struck = published.Struck.Add(ToyCeremony.Other) };
        string value = await trial.Subject.Contributor.RevealAsync(other, ToyCeremony.AfterCommit, trial.Cancellation);
        Expect.Equal(toy.CommitmentTo(party, value), published.Commitments[party], "The commitment to the value revealed after one was struck out");

        PublishedCeremony drawing = published with { Revealed = published.Revealed.Clear(), Struck = published.Struck.Add(ToyCeremony.Drawing) };
        Expect.Equal(
            value, await trial.Subject.Contributor.RevealAsync(drawing, ToyCeremony.RevealBy.PlusTicks(1), trial.Cancellation), "The value after the drawing department was struck out for its reveal");
    }

    private static async Task OwnCommitmentAsync(Trial<SeedContributorUnderTest> trial)
    {
        (ToyCeremony toy, PublishedCeremony published) = await CommittedAsync(trial);
        string party = trial.Subject.Contributor.Party;
        Digest another = toy.CommitmentTo(party, new string('3', 64));
        await RefusesAsync(trial, "RI1392", published with { Commitments = published.Commitments.SetItem(party, another) }, "A reveal against another commitment than its own");
        PublishedCeremony struck = published with { Commitments = published.Commitments.Remove(party), Struck = published.Struck.Add(party) };
        await RefusesAsync(trial, "RI1392", struck, "A reveal after it was struck out itself", ToyCeremony.AfterCommit);
    }

    private static async Task DrawingFirstAsync(Trial<SeedContributorUnderTest> trial)
    {
        (_, PublishedCeremony published) = await CommittedAsync(trial);
        await RefusesAsync(trial, "RI1393", published with { Revealed = published.Revealed.Clear() }, "A witness's reveal before that of the drawing department");
        await RefusesAsync(
            trial, "RI1393", published with { Revealed = published.Revealed.SetItem(ToyCeremony.Drawing, new string('9', 64)) }, "A witness's reveal after one that does not fit its commitment");
        await RefusesAsync(
            trial, "RI1393", published with { Revealed = published.Revealed.Clear(), Struck = published.Struck.Add(ToyCeremony.Drawing) }, "A witness's reveal when the drawing department is struck out before the deadline");
    }

    private static async Task RevealsFirstAsync(Trial<SeedContributorUnderTest> trial)
    {
        ToyCeremony toy = ToyCeremony.Of(trial.Subject.Contributor, draws: true);
        SeedCommitment commitment = await trial.Subject.Contributor.CommitAsync(toy.Opening, trial.Cancellation);
        string value = await RevealAsync(trial, toy, commitment);
        Expect.Equal(toy.CommitmentTo(trial.Subject.Contributor.Party, value), commitment.Commitment, "The commitment to the value that the drawing department reveals");
    }

    private static async Task NotItsOpeningAsync(Trial<SeedContributorUnderTest> trial)
    {
        ISeedContributor contributor = trial.Subject.Contributor;
        ToyCeremony toy = ToyCeremony.Of(contributor);
        foreach (string opening in new[] { toy.Opening.Replace($"\"party\":\"{contributor.Party}\"", "\"party\":\"somebody\"", StringComparison.Ordinal), ToyCeremony.Of(contributor, key: "ecdsa-p256:AAAA").Opening })
        {
            RefusalException refused = await Expect.ThrowsAsync<RefusalException>(() => contributor.CommitAsync(opening, trial.Cancellation), "A commitment for an opening that is not its own");
            Expect.Equal("RI1390", refused.Refusal.Code, "Code of the refusal to commit");
            PublishedCeremony published = toy.Published(contributor.Party, toy.CommitmentTo(contributor.Party, new string('3', 64))) with { Opening = opening };
            await RefusesAsync(trial, "RI1390", published, "A reveal for an opening that is not its own");
        }

        await Expect.ThrowsAsync<RefusalException>(() => contributor.CommitAsync("{}", trial.Cancellation), "A commitment for what is no opening");
    }

    private static async Task RefusedThenInTimeAsync(Trial<SeedContributorUnderTest> trial)
    {
        (ToyCeremony toy, PublishedCeremony published) = await CommittedAsync(trial);
        string party = trial.Subject.Contributor.Party;
        await RefusesAsync(trial, "RI1391", published with { Commitments = published.Commitments.Remove(ToyCeremony.Other) }, "A reveal that comes too early");
        string value = await trial.Subject.Contributor.RevealAsync(published, ToyCeremony.AfterCommit, trial.Cancellation);
        Expect.Equal(toy.CommitmentTo(party, value), published.Commitments[party], "The commitment to the value revealed in time");
    }

    private static async Task AtOnceAsync(Trial<SeedContributorUnderTest> trial)
    {
        ToyCeremony toy = ToyCeremony.Of(trial.Subject.Contributor);
        SeedCommitment[] commitments = await Scene.AtOnceAsync(trial.Settings.AtOnce, _ => trial.Subject.Contributor.CommitAsync(toy.Opening, trial.Cancellation));
        Expect.Equal(1, commitments.Select(c => c.Commitment).Distinct().Count(), "How many commitments many get who ask at once");
        string[] values = await Scene.AtOnceAsync(trial.Settings.AtOnce, _ => RevealAsync(trial, toy, commitments[0]));
        Expect.Equal(1, values.Distinct().Count(), "How many values many get who ask at once");
    }

    private static async Task CancelledAsync(Trial<SeedContributorUnderTest> trial)
    {
        (ToyCeremony toy, PublishedCeremony published) = await CommittedAsync(trial);
        CancellationToken cancelled = new(canceled: true);
        await Expect.ThrowsAsync<OperationCanceledException>(() => trial.Subject.Contributor.CommitAsync(toy.Opening, cancelled), "A commitment, cancelled before it began");
        await Expect.ThrowsAsync<OperationCanceledException>(
            () => trial.Subject.Contributor.RevealAsync(published, ToyCeremony.AfterCommit, cancelled), "A reveal, cancelled before it began");
    }

    /// <summary>A ceremony in which all have committed and the drawing department has revealed.</summary>
    private static async Task<(ToyCeremony Toy, PublishedCeremony Published)> CommittedAsync(Trial<SeedContributorUnderTest> trial)
    {
        ToyCeremony toy = ToyCeremony.Of(trial.Subject.Contributor);
        SeedCommitment commitment = await trial.Subject.Contributor.CommitAsync(toy.Opening, trial.Cancellation);
        return (toy, toy.Published(trial.Subject.Contributor.Party, commitment.Commitment));
    }

    private static Task<string> RevealAsync(Trial<SeedContributorUnderTest> trial, ToyCeremony toy, SeedCommitment commitment) =>
        trial.Subject.Contributor.RevealAsync(toy.Published(trial.Subject.Contributor.Party, commitment.Commitment), ToyCeremony.AfterCommit, trial.Cancellation);

    private static async Task RefusesAsync(
        Trial<SeedContributorUnderTest> trial, string code, PublishedCeremony published, string what, NodaTime.Instant? at = null)
    {
        RefusalException refused = await Expect.ThrowsAsync<RefusalException>(
            () => trial.Subject.Contributor.RevealAsync(published, at ?? ToyCeremony.AfterCommit, trial.Cancellation), what);
        Expect.Equal(code, refused.Refusal.Code, what);
    }
}
