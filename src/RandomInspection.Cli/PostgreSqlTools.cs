using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace RandomInspection.Cli;

/// <summary>PostgreSQL's own client programs, which know how to dump and restore every version of it.</summary>
internal static class PostgreSqlTools
{
    private static ReadOnlySpan<byte> Magic => "PGDMP"u8;

    /// <summary>Whether a file begins as a dump in the custom format does.</summary>
    public static bool IsDump(string file) => InputFile.Begins(file, Magic);

    /// <summary>Runs one of them to its end.</summary>
    /// <param name="tool">Its name, found on PATH.</param>
    /// <param name="settings">How to connect; goes into its environment, where no list of processes shows it.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InputRefusedException">It is not there or failed (RI9134); the message is its own last line.</exception>
    public static bool Run(string tool, NpgsqlConnectionStringBuilder settings, params string[] arguments)
    {
        ProcessStartInfo start = new(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        Set(start, "PGHOST", settings.Host);
        Set(start, "PGPORT", settings.Port.ToString(CultureInfo.InvariantCulture));
        Set(start, "PGDATABASE", settings.Database);
        Set(start, "PGUSER", settings.Username);
        Set(start, "PGPASSWORD", settings.Password);
        Set(start, "PGPASSFILE", settings.Passfile);
        Set(start, "PGSSLMODE", settings.SslMode switch
        {
            SslMode.Disable => "disable",
            SslMode.Allow => "allow",
            SslMode.Require => "require",
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            _ => "prefer",
        });
        Set(start, "PGSSLROOTCERT", settings.RootCertificate);
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string error = process.StandardError.ReadToEnd();
            output.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0 ? true : throw Failed(tool, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault($"exit code {process.ExitCode}"));
        }
        catch (Win32Exception missing)
        {
            throw Failed(tool, missing.Message);
        }
    }

    private static void Set(ProcessStartInfo start, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            start.Environment[name] = value;
        }
    }

    private static InputRefusedException Failed(string tool, string detail) => CliRefusals.ToolFailed.Refuse(("tool", tool), ("detail", detail));
}
