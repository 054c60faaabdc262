using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Disclosure;

namespace RandomInspection.TestKit;

/// <summary>What every channel does: what it accepted has a receipt, stays, and changes only by corrections and a withdrawal that come in order.</summary>
internal static partial class ChannelCases
{
    private const string Key = "result-P2026-001-T01-V0001";
    private const string Port = "IDisclosureChannel";
    private const string Publication = "沈政办发〔2020〕19号 三(八)";

    public static ConformanceContract<ChannelUnderTest> Contract { get; } = new(
        typeof(IDisclosureChannel),
        "CHANNEL",
        "公示渠道",
        "Disclosure channel",
        new("CHANNEL-01", "渠道的标识与中英文名称齐备且不变", "Id and both names are there and stay the same", Port, NamesAsync),
        new("CHANNEL-02", "公示得到回执：渠道、事项、版本、动作与内容摘要逐项相符", "What is published gets a receipt with channel, key, revision, step and digest", Publication, ReceiptAsync),
        new("CHANNEL-03", "同一内容再次送达，得到当初的回执，不重复公示", "The same item again gets the receipt of the first time", Port, AgainAsync),
        new("CHANNEL-04", "同一版本送来不同内容，拒绝且原内容不变", "Other content under the same revision is refused, and what stood there stays", "RI2220", OtherContentAsync),
        new("CHANNEL-05", "版本跳号，拒绝且不收下", "A revision that is not the next is refused, and nothing is accepted", "RI2221", GapAsync),
        new("CHANNEL-06", "公示、更正、再更正、撤回依次收下", "Published, corrected, corrected again and withdrawn, in order", Publication, LifeAsync),
        new("CHANNEL-07", "撤回之后不再收任何内容；撤回本身可重复送达", "After a withdrawal nothing is accepted; the withdrawal itself may come again", "RI2222", WithdrawnAsync),
        new("CHANNEL-08", "未曾公示的，不能更正或撤回", "What was never published is neither corrected nor withdrawn", "RI2223", NothingPublishedAsync),
        new("CHANNEL-09", "已公示的不能当作新公示再来一次", "What is published is not published anew as another revision", "RI2221", PublishedTwiceAsync),
        new("CHANNEL-10", "查询给出最后收下的回执；没有的就是没有", "The last receipt can be asked for; where there is none, there is none", Port, FindAsync),
        new("CHANNEL-11", "生僻字、空内容与大文件按 UTF-8 原样收下", "Rare characters, empty and large contents are accepted as their UTF-8", Port, ContentsAsync),
        new("CHANNEL-12", "可见 ASCII 字符的标识各不相混，大小写也不混", "Keys of any visible ASCII are kept apart, by case too", Port, KeysAsync),
        new("CHANNEL-13", "并发送达同一内容：一份回执，一次公示", "Many who send the same item at once: one receipt, one publication", Port, SameAtOnceAsync),
        new("CHANNEL-14", "并发送达同一版本的不同内容：恰有一份被收下", "Many who send different contents of one revision at once: exactly one is accepted", Port, DifferentAtOnceAsync),
        new("CHANNEL-15", "并发公示多个事项，各自收下，回执编号互不相同", "Many publish at once: each is accepted, and no two receipts have one id", Port, ManyAtOnceAsync),
        new("CHANNEL-16", "收下之前取消，什么也没有收下", "Cancelled before it began, nothing is accepted", Port, CancelledAsync),
        new("CHANNEL-17", "重启之后，回执与撤回仍在", "After a restart receipts and withdrawals are still there", Port, RestartAsync),
        new("CHANNEL-18", "公众读到的是最后收下的内容，撤回后只余说明", "What everybody reads is what was accepted last: after a withdrawal the tombstone", Publication, ReadAsync));

    private static Instant At { get; } = Instant.FromUtc(2026, 3, 2, 1, 2, 3);

    private static async Task NamesAsync(Trial<ChannelUnderTest> trial)
    {
        DisclosureChannel channel = trial.Subject.Channel.Channel;
        Expect.True(channel.Id.Length is >= 1 and <= 32 && channel.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "The id is 1 to 32 lower-case letters, digits and hyphens");
        Expect.True(!string.IsNullOrWhiteSpace(channel.Name(Language.Chinese)) && !string.IsNullOrWhiteSpace(channel.Name(Language.English)), "There is a name in Chinese and one in English");
        Expect.True(channel.Address is null || Uri.TryCreate(channel.Address, UriKind.Absolute, out _), "The address is absolute, or there is none");
        await SendAsync(trial, Item());
        Expect.Equal(channel, trial.Subject.Channel.Channel, "The channel after an item");
    }

    private static async Task ReceiptAsync(Trial<ChannelUnderTest> trial)
    {
        ChannelItem item = Item();
        ChannelReceipt receipt = await SendAsync(trial, item);
        Fits(trial, item, receipt);
        Expect.Equal(receipt, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt that is found");
    }

    private static async Task AgainAsync(Trial<ChannelUnderTest> trial)
    {
        ChannelReceipt first = await SendAsync(trial, Item());
        Expect.Equal(first, await SendAsync(trial, Item()), "The receipt of the same item again");
        Expect.Equal(first, await SendAsync(trial, Item() with { At = At + Duration.FromDays(1) }), "The receipt of the same item, sent a day later");
        ChannelReceipt second = await SendAsync(trial, Item(2, ChannelStep.Corrected));
        Expect.Equal(first, await SendAsync(trial, Item()), "The receipt of the first item, after a correction");
        Expect.Equal(second, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The last receipt");
    }

    private static async Task OtherContentAsync(Trial<ChannelUnderTest> trial)
    {
        ChannelReceipt first = await SendAsync(trial, Item());
        await RefusesAsync(trial, "RI2220", Item() with { Content = """{"v":"改过"}""" }, "Other content under revision 1");
        await RefusesAsync(trial, "RI2220", Item() with { Step = ChannelStep.Withdrawn }, "Another step under revision 1");
        Expect.Equal(first, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt after the refusals");
    }

    private static async Task GapAsync(Trial<ChannelUnderTest> trial)
    {
        await RefusesAsync(trial, "RI2221", Item(2, ChannelStep.Published), "A first publication as revision 2");
        Expect.Equal(null, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt after the refusal");
        ChannelReceipt first = await SendAsync(trial, Item());
        await RefusesAsync(trial, "RI2221", Item(3, ChannelStep.Corrected), "A correction as revision 3 after 1");
        Expect.Equal(first, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt after the second refusal");
    }

    private static async Task LifeAsync(Trial<ChannelUnderTest> trial)
    {
        foreach (ChannelItem item in Life())
        {
            ChannelReceipt receipt = await SendAsync(trial, item);
            Fits(trial, item, receipt);
            Expect.Equal(receipt, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), $"The receipt that is found after revision {item.Revision}");
        }
    }

    private static async Task WithdrawnAsync(Trial<ChannelUnderTest> trial)
    {
        ChannelReceipt? last = null;
        foreach (ChannelItem item in Life())
        {
            last = await SendAsync(trial, item);
        }

        await RefusesAsync(trial, "RI2222", Item(5, ChannelStep.Corrected), "A correction after the withdrawal");
        await RefusesAsync(trial, "RI2222", Item(5, ChannelStep.Published), "A publication after the withdrawal");
        await RefusesAsync(trial, "RI2222", Item(5, ChannelStep.Withdrawn), "A second withdrawal");
        Expect.Equal(last, await SendAsync(trial, Life()[^1]), "The receipt of the withdrawal, sent again");
        Expect.Equal(last, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The last receipt");
    }

    private static async Task NothingPublishedAsync(Trial<ChannelUnderTest> trial)
    {
        foreach (ChannelStep step in new[] { ChannelStep.Corrected, ChannelStep.Withdrawn })
        {
            await RefusesAsync(trial, "RI2223", Item(1, step), $"{step} where nothing was published");
            Expect.Equal(null, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt after the refusal");
        }

        Fits(trial, Item(), await SendAsync(trial, Item()));
    }

    private static async Task PublishedTwiceAsync(Trial<ChannelUnderTest> trial)
    {
        ChannelReceipt first = await SendAsync(trial, Item());
        await RefusesAsync(trial, "RI2221", Item(2, ChannelStep.Published), "A second publication of one key");
        Expect.Equal(first, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt after the refusal");
    }

    private static async Task FindAsync(Trial<ChannelUnderTest> trial)
    {
        Expect.Equal(null, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt of what was never sent");
        ChannelReceipt one = await SendAsync(trial, Item());
        ChannelReceipt other = await SendAsync(trial, Item() with { Key = Key + "2" });
        Expect.Equal(one, await trial.Subject.Channel.FindAsync(Key, trial.Cancellation), "The receipt of the one");
        Expect.Equal(other, await trial.Subject.Channel.FindAsync(Key + "2", trial.Cancellation), "The receipt of the other");
        Expect.Equal(null, await trial.Subject.Channel.FindAsync(Key[..^1], trial.Cancellation), "The receipt of a key that only begins like it");
    }

    private static async Task ContentsAsync(Trial<ChannelUnderTest> trial)
    {
        string large = "\"" + string.Concat(Enumerable.Repeat("沈阳𠮷食品", 100_000)) + "\"";
        foreach ((int number, string content) in new[] { "{}", "", Scene.Rare, "\"e\\u0301\"", "{\"a\": 1 ,\r\n\t\"b\":[ ]}", large }.Index())
        {
            ChannelItem item = Item() with { Key = string.Create(CultureInfo.InvariantCulture, $"content-{number}"), Content = content };
            ChannelReceipt receipt = await SendAsync(trial, item);
            Expect.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), receipt.Digest, $"Digest of content {number}");
            Expect.Equal(receipt, await trial.Subject.Channel.FindAsync(item.Key, trial.Cancellation), $"The receipt of content {number} as found");
        }
    }

    private static async Task KeysAsync(Trial<ChannelUnderTest> trial)
    {
        string visible = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c));
        string[] keys = ["a", "A", "a.b", "a/b", "a%2Fb", "a\\b", "..", ".", "../a", "a:b", "a?b#c", "a*", "~", "CON", "a'b\"c", visible, new string('x', 200), new string('x', 199), new string('/', 200), new string('/', 199)];
        foreach ((int number, string key) in keys.Index())
        {
            ChannelItem item = Item() with { Key = key, Content = string.Create(CultureInfo.InvariantCulture, $"{number}") };
            Fits(trial, item, await SendAsync(trial, item));
        }

        foreach ((int number, string key) in keys.Index())
        {
            ChannelReceipt? found = await trial.Subject.Channel.FindAsync(key, trial.Cancellation);
            Expect.Equal((key, (Item() with { Content = string.Create(CultureInfo.InvariantCulture, $"{number}") }).Digest), (found?.Key, found?.Digest), $"Receipt of the key \"{key}\"");
        }
    }

    private static ChannelItem Item(int revision = 1, ChannelStep step = ChannelStep.Published) =>
        new(Key, revision, step, string.Create(CultureInfo.InvariantCulture, $$"""{"revision":{{revision}},"step":"{{step}}","企业":"沈阳𠮷食品店"}"""), At + Duration.FromMinutes(revision));

    private static ChannelItem[] Life() =>
        [Item(), Item(2, ChannelStep.Corrected), Item(3, ChannelStep.Corrected), Item(4, ChannelStep.Withdrawn)];

    private static Task<ChannelReceipt> SendAsync(Trial<ChannelUnderTest> trial, ChannelItem item) => trial.Subject.Channel.SendAsync(item, trial.Cancellation);

    private static void Fits(Trial<ChannelUnderTest> trial, ChannelItem item, ChannelReceipt receipt)
    {
        Expect.Equal(
            (trial.Subject.Channel.Channel.Id, item.Key, item.Revision, item.Step, item.Digest),
            (receipt.Channel, receipt.Key, receipt.Revision, receipt.Step, receipt.Digest),
            $"Receipt of revision {item.Revision}");
        Expect.True(receipt.Id.Length is >= 1 and <= 300, "The receipt's id is 1 to 300 characters");
    }

    private static async Task RefusesAsync(Trial<ChannelUnderTest> trial, string code, ChannelItem item, string what)
    {
        RefusalException refused = await Expect.ThrowsAsync<RefusalException>(() => SendAsync(trial, item), what);
        Expect.Equal(code, refused.Refusal.Code, what);
    }
}
