using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>What every evidence store does: files by content, for good or for now.</summary>
internal static class EvidenceCases
{
    private const string Port = "IEvidenceStore";

    public static ConformanceContract<StoreUnderTest> Contract { get; } = new(
        typeof(IEvidenceStore),
        "EVIDENCE",
        "证据",
        "Evidence",
        new("EVIDENCE-01", "没有的摘要查无所得", "A digest that was never kept gives nothing", Port, NothingAsync),
        new("EVIDENCE-02", "任意字节原样取回，摘要是其 SHA-256", "Any bytes read back exactly, under their SHA-256", "FIPS 180-4", ExactAsync),
        new("EVIDENCE-03", "重复存入不改变任何东西", "Keeping the same bytes again changes nothing", Port, TwiceAsync),
        new("EVIDENCE-04", "存入之后改动缓冲区不影响所存；取出之后改动亦然", "Neither the buffer given nor the one returned is the one kept", Port, OwnBytesAsync),
        new("EVIDENCE-05", "只清除早于该时刻且未确认的", "Only what is kept for now since before the moment is removed", Port, ForNowAsync),
        new("EVIDENCE-06", "确认之后不再清除，无论先后", "What is kept for good stays, whichever came first", Port, ForGoodAsync),
        new("EVIDENCE-07", "并发存入同一内容：得到同一摘要，一份内容", "The same bytes kept by many at once are one file", Port, AtOnceAsync),
        new("EVIDENCE-08", "取消之后，要么全有，要么全无", "After a cancellation there is all of a file or nothing", Port, CancelledAsync),
        new("EVIDENCE-09", "按部分读入的文件与整体存入相同", "A file read by parts is kept like its bytes", Port, ByPartsAsync));

    private static async Task NothingAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Expect.Equal(null, await store.Evidence.GetAsync(new string('0', 64), cancellation), "A digest of nothing kept");
        Expect.Equal(null, await store.Evidence.GetAsync("", cancellation), "A text that is no digest");
        Expect.Equal(0, await store.Evidence.RemoveKeptForNowAsync(Scene.At, cancellation), "Removed from an empty store");
    }

    private static async Task ExactAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        byte[] every = [.. Enumerable.Range(0, 256).Select(n => (byte)n)];
        byte[] large = [.. Enumerable.Range(0, 3_000_000).Select(n => (byte)(n * 31 % 251))];
        foreach (byte[] bytes in new[] { [], [0], every, "𠮷·Ａ"u8.ToArray(), large })
        {
            string digest = await store.Evidence.PutAsync(bytes, cancellation);
            Expect.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), digest, $"Digest of {bytes.Length} bytes");
            byte[]? read = await store.Evidence.GetAsync(digest, cancellation);
            Expect.True(read is not null && read.AsSpan().SequenceEqual(bytes), $"{bytes.Length} bytes read back exactly");
        }
    }

    private static async Task TwiceAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        string once = await store.Evidence.PutAsync("a"u8.ToArray(), cancellation);
        Expect.Equal(once, await store.Evidence.PutAsync("a"u8.ToArray(), cancellation), "Digest the second time");
        Expect.Equal("61", Convert.ToHexStringLower(await store.Evidence.GetAsync(once, cancellation) ?? []), "The bytes");
    }

    private static async Task OwnBytesAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        byte[] given = [1, 2, 3];
        string digest = await store.Evidence.PutAsync(given, cancellation);
        given[0] = 9;
        byte[] read = await store.Evidence.GetAsync(digest, cancellation) ?? [];
        Expect.Equal("010203", Convert.ToHexStringLower(read), "After the buffer given was written to");
        read[0] = 9;
        Expect.Equal("010203", Convert.ToHexStringLower(await store.Evidence.GetAsync(digest, cancellation) ?? []), "After the buffer returned was written to");
    }

    private static async Task ForNowAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        Instant moment = Scene.At;
        string old = await store.Evidence.PutForNowAsync("old"u8.ToArray(), moment.PlusTicks(-1), cancellation);
        string atIt = await store.Evidence.PutForNowAsync("at it"u8.ToArray(), moment, cancellation);
        string again = await store.Evidence.PutForNowAsync("again"u8.ToArray(), moment - Duration.FromDays(1), cancellation);
        await store.Evidence.PutForNowAsync("again"u8.ToArray(), moment, cancellation);
        Expect.Equal(1, await store.Evidence.RemoveKeptForNowAsync(moment, cancellation), "How many were removed");
        Expect.Equal(null, await store.Evidence.GetAsync(old, cancellation), "What was kept since before");
        foreach (string digest in new[] { atIt, again })
        {
            Expect.True(await store.Evidence.GetAsync(digest, cancellation) is not null, "What was kept, or begun anew, at the moment itself is there");
        }

        Expect.Equal(0, await store.Evidence.RemoveKeptForNowAsync(moment, cancellation), "How many the second time");
        Expect.Equal(2, await store.Evidence.RemoveKeptForNowAsync(moment.PlusTicks(1), cancellation), "How many a tick later");
    }

    private static async Task ForGoodAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        string confirmed = await store.Evidence.PutForNowAsync("confirmed"u8.ToArray(), Scene.At, cancellation);
        await store.Evidence.PutAsync("confirmed"u8.ToArray(), cancellation);
        string forGood = await store.Evidence.PutAsync("for good"u8.ToArray(), cancellation);
        await store.Evidence.PutForNowAsync("for good"u8.ToArray(), Scene.At, cancellation);
        Expect.Equal(0, await store.Evidence.RemoveKeptForNowAsync(Scene.At + Duration.FromDays(1), cancellation), "How many were removed");
        Expect.True(await store.Evidence.GetAsync(confirmed, cancellation) is not null, "For now, then for good: it is there");
        Expect.True(await store.Evidence.GetAsync(forGood, cancellation) is not null, "For good, then for now: it is there");
    }

    private static async Task AtOnceAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, ConformanceSettings settings, CancellationToken cancellation) = trial;
        string[] digests = await Scene.AtOnceAsync(
            settings.AtOnce, number => number % 4 == 0 ? store.Evidence.PutAsync("same"u8.ToArray(), cancellation) : store.Evidence.PutForNowAsync("same"u8.ToArray(), Scene.At, cancellation));
        Expect.Same([Convert.ToHexStringLower(SHA256.HashData("same"u8))], digests.Distinct(), "Digests");
        Expect.Equal(0, await store.Evidence.RemoveKeptForNowAsync(Scene.At + Duration.FromDays(1), cancellation), "How many were removed, although some kept it for good");
        Expect.Equal("same", System.Text.Encoding.UTF8.GetString(await store.Evidence.GetAsync(digests[0], cancellation) ?? []), "The bytes");
    }

    private static async Task ByPartsAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        byte[] large = [.. Enumerable.Range(0, 3_000_000).Select(n => (byte)(n * 31 % 253))];
        foreach (byte[] bytes in new[] { [], [0], large, large })
        {
            using MemoryStream file = new(bytes);
            file.Position = bytes.Length;
            string digest = await store.Evidence.PutForNowAsync(file, Scene.At, cancellation);
            Expect.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), digest, $"Digest of {bytes.Length} bytes");
            byte[]? read = await store.Evidence.GetAsync(digest, cancellation);
            Expect.True(read is not null && read.AsSpan().SequenceEqual(bytes), $"{bytes.Length} bytes read back exactly");
        }

        Expect.Equal(3, await store.Evidence.RemoveKeptForNowAsync(Scene.At.PlusTicks(1), cancellation), "How many were removed");
    }

    private static async Task CancelledAsync(Trial<StoreUnderTest> trial)
    {
        (StoreUnderTest store, _, CancellationToken cancellation) = trial;
        byte[] bytes = [7, 7, 7];
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await Expect.ThrowsAsync<OperationCanceledException>(() => store.Evidence.PutAsync(bytes, new CancellationToken(canceled: true)), "Keeping, cancelled before it began");
        Expect.Equal(null, await store.Evidence.GetAsync(digest, cancellation), "What was cancelled");
        await store.Evidence.PutForNowAsync(bytes, Scene.At, cancellation);
        await Expect.ThrowsAsync<OperationCanceledException>(
            () => store.Evidence.RemoveKeptForNowAsync(Scene.At + Duration.FromDays(1), new CancellationToken(canceled: true)), "Removing, cancelled before it began");
        Expect.True(await store.Evidence.GetAsync(digest, cancellation) is not null, "What was not removed is there");
    }
}
