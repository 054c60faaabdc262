using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Durability;

/// <summary>Clients that write without a pause and say what was acknowledged: <c>A id</c> a line, and <c>F code</c> for what was refused.</summary>
/// <remarks>
/// Every commit has two or three entries, a view, a piece of personal data, and now and then a file or a row of the directory; each entry says how many
/// entries its commit has, so that half a commit is seen.
/// </remarks>
internal sealed class Load(Store store, string name, TextWriter output)
{
    private const int Clients = 16;
    private const int SharedStreams = 4;

    private readonly Lock _line = new();

    /// <summary>Writes until the time is over.</summary>
    public async Task RunAsync(TimeSpan time)
    {
        using CancellationTokenSource over = new(time);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => WriteAsync(client, over.Token))));
    }

    private async Task WriteAsync(int client, CancellationToken over)
    {
        ILedger ledger = store.Get<ILedger>();
        string stream = $"own/{name}-{client}";
        for (int i = 0; !over.IsCancellationRequested; i++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{name}-{client}-{i}");
            while (!await TryAsync(ledger, stream, id, i, (client + i) % SharedStreams, over) && !over.IsCancellationRequested)
            {
                // Once more: it is not written.
            }
        }
    }

    /// <summary>Whether a commit is written; what is not known is asked before it is done again.</summary>
    private async Task<bool> TryAsync(ILedger ledger, string stream, string id, int version, int shared, CancellationToken over)
    {
        try
        {
            if ((await ledger.ReadStreamAsync(stream, CancellationToken.None)).Length == version)
            {
                await ledger.CommitAsync(await CommitAsync(ledger, stream, id, version, $"shared/{shared}"), CancellationToken.None);
            }

            Say($"A {id}");
            return true;
        }
        catch (AppendConflictException)
        {
            return false; // another client was faster on the shared stream
        }
        catch (StoreFailedException refused)
        {
            Say($"F {refused.Refusal.Code}");
            await Task.Delay(50, CancellationToken.None);
            return false;
        }
#pragma warning disable CA1031 // Reading says nothing by refusals; whatever it is, the client tries again.
        catch (Exception failure) when (failure is not OperationCanceledException || !over.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Say($"R {failure.GetType().Name}");
            await Task.Delay(50, CancellationToken.None);
            return false;
        }
    }

    private async Task<LedgerCommit> CommitAsync(ILedger ledger, string stream, string id, int version, string shared)
    {
        string evidence = version % 7 == 0 ? await store.Get<IEvidenceStore>().PutAsync(Encoding.UTF8.GetBytes(id), CancellationToken.None) : "";
        List<(string Stream, int Version)> grows = [(stream, version)];
        if (version % 3 == 0)
        {
            grows.Add((shared, (await ledger.ReadStreamAsync(shared, CancellationToken.None)).Length));
        }

        ILedgerEffect? effect = null;
        if (version % 11 == 0)
        {
            int merges = (await ledger.ReadStreamAsync("directory", CancellationToken.None)).Length;
            grows.Add(("directory", merges));
            effect = new SubjectMerge(merges + 1, [Subject(id), Subject(name)]);
        }

        EncodedEvent happened = new("load.happened", $$"""{"id":"{{id}}","parts":{{grows.Count}},"evidence":"{{evidence}}"}""");
        return new LedgerCommit(
            Actor.System,
            Instant.FromUnixTimeTicks(17_000_000_000_000_000 + version),
            "𠮷·全角Ａ",
            [.. grows.Select(g => new StreamAppend(g.Stream, g.Version, [happened]))],
            [new DrawOfferView { Key = stream, DepartmentId = id, With = (version + 1).ToString(CultureInfo.InvariantCulture) }],
            effect)
        {
            Personal = [new PersonalPiece(Commitment(id), id, new string('0', 64), "欧阳")],
        };
    }

    /// <summary>The commitment of a commit's personal data.</summary>
    public static string Commitment(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static Subject Subject(string code) => new()
    {
        Code = code,
        Name = code,
        Kind = "企业",
        Region = "沈河区",
        Trade = "H",
        CreditClass = "A",
        Scope = "",
        Status = SubjectStatus.Active,
    };

    private void Say(string line)
    {
        lock (_line)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
