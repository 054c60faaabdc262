using System.Diagnostics;

namespace RandomInspection.Mutation;

/// <summary>A mutant that acts while static fields are filled meets all tests of the area in a process of its own, which begins with it.</summary>
public sealed class AloneTests
{
    /// <summary>Set in that process.</summary>
    internal const string Variable = "MUTATION_ALONE";

    /// <summary>Where the runner names the file that holds the number of the mutant at work.</summary>
    internal const string MutantFile = "STRYKER_MUTANT_FILE";

    [Fact]
    public async Task Mutant_InAProcessThatBeginsWithIt_IsNotNoticed()
    {
        if (Statics.Mutant is not int mutant)
        {
            return;
        }

        string file = Path.Combine(Path.GetTempPath(), $"mutant-alone-{Environment.ProcessId}");
        await File.WriteAllBytesAsync(file, BitConverter.GetBytes(mutant), TestContext.Current.CancellationToken); // the runner's own would name the next mutant if this process were ended
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(AloneTests).Assembly.Location);
        }

        start.Environment[Variable] = "";
        start.Environment[MutantFile] = file;
        using Process alone = Process.Start(start)!;
        Task<string> said = alone.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> complained = alone.StandardError.ReadToEndAsync(CancellationToken.None);
        await alone.WaitForExitAsync(CancellationToken.None);
        File.Delete(file);
        Assert.True(alone.ExitCode == 0, $"{alone.ExitCode}: {await said}{await complained}");
    }

    /// <summary>The process ends with the one that started it: whoever is ended from outside closes the pipe.</summary>
    [System.Runtime.CompilerServices.ModuleInitializer]
#pragma warning disable CA2255 // as Statics.Begin
    internal static void EndWithParent()
#pragma warning restore CA2255
    {
        if (Statics.Alone)
        {
            new Thread(() =>
            {
                while (Console.In.Read() >= 0)
                {
                }

                Process.GetCurrentProcess().Kill();
            }) { IsBackground = true }.Start();
        }
    }
}
