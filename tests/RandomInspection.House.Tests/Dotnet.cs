using System.Diagnostics;
using System.Reflection;

namespace RandomInspection.Tests;

/// <summary>The command <c>dotnet</c>, as a person types it.</summary>
internal static class Dotnet
{
    /// <summary>What these tests were built as, and so everything beside them.</summary>
    public static string Configuration { get; } = typeof(Dotnet).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="variables">What is set for it besides.</param>
    /// <param name="arguments">The rest of the line.</param>
    /// <returns>What it wrote; it fails the test if it did not end well.</returns>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        (int exit, string said) = await TryAsync(folder, variables, arguments);
        Assert.True(exit == 0, $"dotnet {string.Join(' ', arguments)}\n{said}");
        return said;
    }

    /// <summary>As <see cref="RunAsync"/>, also if it does not end well.</summary>
    /// <returns>How it ended, and what it wrote and complained of.</returns>
    public static async Task<(int Exit, string Said)> TryAsync(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        using Process command = Process.Start(Start(folder, variables, arguments))!;
        Task<string> output = command.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), errors = command.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await command.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (command.ExitCode, await output + await errors);
    }

    /// <summary>How it is started: in the words of English, without the settings of whoever runs the tests.</summary>
    public static ProcessStartInfo Start(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (string leaking in new[] { "MSBUILDFEATURESDIRECTORY", "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "CI" })
        {
            start.Environment.Remove(leaking);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
