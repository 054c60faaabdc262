using System.ComponentModel;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>One process sends and takes in for one front database: whoever holds the row of <c>ex_front</c>, for twenty seconds at a time.</summary>
/// <remarks>A process of the same machine that has died holds nothing any more; another machine's is waited for until its time is over. Clocks of the hosts agree to a few seconds.</remarks>
/// <param name="database">The front database.</param>
/// <param name="clock">The clock.</param>
/// <param name="holder">Who holds it; this process by default.</param>
public sealed class FrontLease(FrontDatabase database, IClock clock, string? holder = null)
{
    private const int StartTolerance = 2;

    private readonly string _holder = holder ?? ThisProcess();
    private Instant _until;

    /// <summary>For how long it is held without being held again.</summary>
    public static Duration For { get; } = Duration.FromSeconds(20);

    /// <summary>Takes hold, or holds on; whether it is held now.</summary>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <remarks>While the database cannot be reached it is held until its time is over.</remarks>
    public async Task<bool> HoldAsync(CancellationToken cancellation)
    {
        Instant now = clock.GetCurrentInstant();
        try
        {
            string? other = (await database.QueryAsync("SELECT holder FROM ex_front", row => row.TextOf(0), cancellation)).FirstOrDefault();
            bool held = await database.WriteAsync(
                async (connection, transaction) => await FrontDatabase.ExecuteAsync(
                    connection,
                    transaction,
                    "UPDATE ex_front SET holder = @me, held_until = @until WHERE holder = @me OR holder IS NULL OR held_until < @now OR holder = @dead",
                    cancellation,
                    ("@me", _holder),
                    ("@until", FrontText.Of(now + For)),
                    ("@now", FrontText.Of(now)),
                    ("@dead", other is not null && IsDead(other) ? other : "")) > 0,
                cancellation);
            _until = held ? now + For : Instant.MinValue;
            return held;
        }
        catch (DbException)
        {
            return now < _until;
        }
    }

    /// <summary>Lets go.</summary>
    /// <param name="cancellation">Cancels before anything is written.</param>
    public Task ReleaseAsync(CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => FrontDatabase.ExecuteAsync(connection, transaction, "UPDATE ex_front SET holder = NULL, held_until = NULL WHERE holder = @me", cancellation, ("@me", _holder)),
        cancellation);

    private static string ThisProcess()
    {
        using Process own = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}|{own.Id}|{StartOf(own)}");
    }

    private static long StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();

    /// <summary>Whether it was a process of this machine that is no more.</summary>
    private static bool IsDead(string holder)
    {
        if (holder.Split('|') is not [var machine, var id, var start] || machine != Environment.MachineName
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || !long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out long begun))
        {
            return false;
        }

        try
        {
            using Process process = Process.GetProcessById(number);

            // The system says when a process began to a second or so.
            return Math.Abs(StartOf(process) - begun) > StartTolerance;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (Win32Exception)
        {
            return false; // another person's process: it is there
        }
    }
}
