using System.Net.Sockets;
using Npgsql;

namespace RandomInspection.Tests;

/// <summary>Stands between a host and PostgreSQL and passes everything on, except the answers that a test wants lost.</summary>
internal sealed class LossyRelay : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _folder = Directory.CreateTempSubdirectory("ri-relay-").FullName;
    private readonly string _server;
    private readonly Task _listening;
    private volatile bool _losing;
    private volatile bool _thenAll;
    private volatile int _lost;

    public LossyRelay(string connectionString)
    {
        NpgsqlConnectionStringBuilder behind = new(connectionString);
        _server = Path.Combine(behind.Host!, ".s.PGSQL.5432");
        behind.Host = _folder;
        ConnectionString = behind.ToString();
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, ".s.PGSQL.5432")));
        _listener.Listen();
        _listening = ListenAsync();
    }

    public string ConnectionString { get; }

    public int Lost => _lost;

    /// <summary>The next COMMIT reaches the server, its answer does not come back.</summary>
    /// <param name="thenAll">Whether nobody gets through afterwards.</param>
    public void LoseNextCommit(bool thenAll = false)
    {
        _thenAll = thenAll;
        _losing = true;
    }

    public async ValueTask DisposeAsync()
    {
        await using NpgsqlConnection pooled = new(ConnectionString);
        NpgsqlConnection.ClearPool(pooled);
        _listener.Dispose();
        await _listening;
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await _listener.AcceptAsync());
            }
        }
        catch (SocketException)
        {
            // Disposed.
        }
        catch (ObjectDisposedException)
        {
            // Likewise.
        }
    }

    private async Task RelayAsync(Socket host)
    {
        using Socket accepted = host;
        if (_thenAll && _lost > 0)
        {
            return;
        }

        using Socket server = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await server.ConnectAsync(new UnixDomainSocketEndPoint(_server));
        bool muted = false;
        await Task.WhenAny(
            PassAsync(host, server, request =>
            {
                if (_losing && request.EndsWith("COMMIT\0"u8))
                {
                    _losing = false;
                    muted = true;
                }

                return !_thenAll || _lost == 0;
            }),
            PassAsync(server, host, _ =>
            {
                if (muted)
                {
                    _lost++;
                }

                return !muted;
            }));
    }

    /// <summary>Passes on what arrives, as long as it may be.</summary>
    private static async Task PassAsync(Socket from, Socket to, MayPass mayPass)
    {
        byte[] buffer = new byte[65536];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and int read && mayPass(buffer.AsSpan(0, read)))
            {
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (SocketException)
        {
            // One end is gone, and so the other goes.
        }
        catch (ObjectDisposedException)
        {
            // Likewise.
        }
    }

    private delegate bool MayPass(ReadOnlySpan<byte> bytes);
}
