using System.Diagnostics;

namespace RandomInspection.Tests.Hosting;

/// <summary>The programs that were built together with the tests.</summary>
internal static class BuiltPrograms
{
    public static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static string MinimalHost { get; } = Built("samples/MinimalHost", "MinimalHost.dll");

    public static string Ri { get; } = Built("src/RandomInspection.Cli", "ri.dll");

    /// <summary>Runs a program and answers what it wrote to its standard output.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> wrong = process.StandardError.ReadToEndAsync();
        string answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? answer : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await wrong}");
    }

    // Built beside us in the same configuration: …/bin/Debug/net10.0.
    private static string Built(string project, string file)
    {
        string[] folders = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        return Path.Combine(RepositoryFiles.Root, project, "bin", folders[^2], folders[^1], file);
    }
}
