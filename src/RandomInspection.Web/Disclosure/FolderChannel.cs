using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using RandomInspection.Disclosure;

namespace RandomInspection.Web.Disclosure;

/// <summary>A channel whose items are put into a folder, one file each, for a bridge or a person that carries them on.</summary>
/// <remarks>
/// A file is named after key and revision and never changes: <c>result-P2026-001-T01-V0001.1.json</c>. It appears whole or not at all.
/// The receipt says that the file is there, not that it was carried on.
/// </remarks>
/// <param name="channel">What it is.</param>
/// <param name="folder">The folder, which exists and in which only this channel writes.</param>
public sealed class FolderChannel(DisclosureChannel channel, string folder) : IDisclosureChannel
{
    private const int LongestName = 200;

    private static readonly JsonSerializerOptions Options = CreateOptions();

    /// <summary>One after the other: a move that may not replace is a look and a move, and two of them could pass each other. A folder belongs to one host.</summary>
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <inheritdoc />
    public DisclosureChannel Channel => channel;

    /// <inheritdoc />
    public Task<ChannelReceipt> SendAsync(ChannelItem item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        return TryAsync(item.Key, async () =>
        {
            await Turn.WaitAsync(cancellation);
            try
            {
                return await SendInTurnAsync(item, cancellation);
            }
            finally
            {
                Turn.Release();
            }
        });
    }

    /// <inheritdoc />
    public Task<ChannelReceipt?> FindAsync(string key, CancellationToken cancellation) =>
        TryAsync(key, async () => (await KnownAsync(key, cancellation)).LastOrDefault());

    private async Task<ChannelReceipt> SendInTurnAsync(ChannelItem item, CancellationToken cancellation)
    {
        if (ChannelRules.Find(channel.Id, item, await KnownAsync(item.Key, cancellation)) is { } earlier)
        {
            return earlier;
        }

        string unfinished = Path.Combine(folder, Path.GetRandomFileName() + ".part");
        await WriteAsync(unfinished, item, cancellation);
        File.Move(unfinished, PathOf(item.Key, item.Revision), overwrite: false);
        return ChannelRules.Accept(channel.Id, item);
    }

    private static async Task WriteAsync(string path, ChannelItem item, CancellationToken cancellation)
    {
        FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            await JsonSerializer.SerializeAsync(file, item, Options, cancellation);
            file.Flush(flushToDisk: true);
        }
    }

    private async Task<ImmutableArray<ChannelReceipt>> KnownAsync(string key, CancellationToken cancellation)
    {
        ImmutableArray<ChannelReceipt>.Builder known = ImmutableArray.CreateBuilder<ChannelReceipt>();
        for (string path; File.Exists(path = PathOf(key, known.Count + 1));)
        {
            ChannelItem item = JsonSerializer.Deserialize<ChannelItem>(await File.ReadAllBytesAsync(path, cancellation), Options)
                ?? throw new JsonException($"{path} says nothing.");
            known.Add(ChannelRules.Accept(channel.Id, item));
        }

        return known.DrainToImmutable();
    }

    // A key may hold any visible ASCII; what a path would take for its own is escaped, and the file's ending keeps dots from meaning more.
    // What gets too long for a file's name by that is named by its hash; the file itself says its key.
    private string PathOf(string key, int revision)
    {
        string escaped = Uri.EscapeDataString(key);
        string name = escaped.Length <= LongestName ? escaped : $"sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)))}";
        return Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}.{revision}.json"));
    }

    private async Task<T> TryAsync<T>(string key, Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ChannelFailedException(channel, key, failure);
        }
    }

    private static JsonSerializerOptions CreateOptions()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }
}
