using System.Globalization;
using RandomInspection.Disclosure;

namespace RandomInspection.TestKit;

/// <content>Many at once, cancellation, a restart, and what everybody reads.</content>
internal static partial class ChannelCases
{
    private static async Task SameAtOnceAsync(Trial<ChannelUnderTest> trial)
    {
        ChannelReceipt[] receipts = await Scene.AtOnceAsync(trial.Settings.AtOnce, _ => SendAsync(trial, Item()));
        Expect.Equal(1, receipts.Distinct().Count(), $"How many receipts {receipts.Length} get who send the same");
        Expect.Equal(receipts[0], await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt that is found");
    }

    private static async Task DifferentAtOnceAsync(Trial<ChannelUnderTest> trial)
    {
        for (int revision = 1; revision <= 2; revision++)
        {
            ChannelItem like = Item(revision, revision == 1 ? ChannelStep.Published : ChannelStep.Corrected);
            ChannelReceipt?[] outcomes = await Scene.AtOnceAsync(trial.Settings.AtOnce, number => TryAsync(trial, like with { Content = string.Create(CultureInfo.InvariantCulture, $"{number}") }));
            Expect.Equal(1, outcomes.Count(o => o is not null), $"How many of {outcomes.Length} contents of revision {revision} are accepted");
            Expect.Equal(outcomes.Single(o => o is not null), await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), $"The receipt of revision {revision} that is found");
        }
    }

    private static async Task ManyAtOnceAsync(Trial<ChannelUnderTest> trial)
    {
        ChannelReceipt[] receipts = await Scene.AtOnceAsync(
            trial.Settings.AtOnce, number => SendAsync(trial, Item() with { Key = string.Create(CultureInfo.InvariantCulture, $"many-{number}") }));
        Expect.Equal(receipts.Length, receipts.Select(r => r.Id).Distinct().Count(), "How many ids the receipts have");
        foreach (ChannelReceipt receipt in receipts)
        {
            Expect.Equal(receipt, await trial.Subject.Channel.FindAsync(receipt.Key, trial.Cancellation), $"The receipt of {receipt.Key}");
        }
    }

    private static async Task CancelledAsync(Trial<ChannelUnderTest> trial)
    {
        await Expect.ThrowsAsync<OperationCanceledException>(() => trial.Subject.Channel.SendAsync(Item(), new CancellationToken(canceled: true)), "An item, cancelled before it was sent");
        Expect.Equal(null, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt after the cancellation");
        Fits(trial, Item(), await SendAsync(trial, Item()));
    }

    private static async Task RestartAsync(Trial<ChannelUnderTest> trial)
    {
        if (trial.Subject.Reopen is null)
        {
            throw new NotApplicableException("没有给出 Reopen：无从重启。", "No Reopen is given: it cannot be started again.");
        }

        ChannelReceipt? last = null;
        foreach (ChannelItem item in Life())
        {
            last = await SendAsync(trial, item);
        }

        await using ChannelUnderTest again = await trial.Subject.Reopen(trial.Cancellation);
        Trial<ChannelUnderTest> after = trial with { Subject = again };
        Expect.Equal(last, await again.Channel.FindAsync(Key, trial.Cancellation), "The last receipt after a restart");
        Expect.Equal(last, await SendAsync(after, Life()[^1]), "The receipt of the withdrawal, sent again after a restart");
        await RefusesAsync(after, "RI2222", Item(5, ChannelStep.Corrected), "A correction after the withdrawal and a restart");
    }

    private static async Task ReadAsync(Trial<ChannelUnderTest> trial)
    {
        if (trial.Subject.Read is null)
        {
            throw new NotApplicableException("没有给出 Read：无从读取公众所见。", "No Read is given: what everybody reads cannot be asked.");
        }

        Expect.Equal(null, await trial.Subject.Read(Key, trial.Cancellation), "What is read before anything was sent");
        foreach (ChannelItem item in Life())
        {
            await SendAsync(trial, item);
            Expect.Equal(item.Content, await trial.Subject.Read(Key, trial.Cancellation), $"What is read after revision {item.Revision}");
        }

        await RefusesAsync(trial, "RI2222", Item(5, ChannelStep.Corrected), "A correction after the withdrawal");
        Expect.Equal(Life()[^1].Content, await trial.Subject.Read(Key, trial.Cancellation), "What is read after a refusal");
    }

    private static async Task<ChannelReceipt?> TryAsync(Trial<ChannelUnderTest> trial, ChannelItem item)
    {
        try
        {
            return await SendAsync(trial, item);
        }
        catch (RefusalException refused)
        {
            Expect.Equal("RI2220", refused.Refusal.Code, "Code of the refusal of other content");
            return null;
        }
    }
}
