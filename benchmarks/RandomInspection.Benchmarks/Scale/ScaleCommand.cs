namespace RandomInspection.Benchmarks.Scale;

/// <summary>The commands <c>scale</c> and <c>scale-peers</c>.</summary>
internal static class ScaleCommand
{
    private const int Wrong = 1;
    private const int Misused = 2;

    /// <summary>Runs one of them.</summary>
    /// <param name="command">Which.</param>
    /// <param name="words">Its options.</param>
    /// <param name="output">Takes the figures.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <returns>0; 1 if an answer is wrong, and then no figure of it was printed; 2 if an option is.</returns>
    public static int Run(string command, ReadOnlySpan<string> words, TextWriter output, TextWriter errors)
    {
        try
        {
            ScaleOptions options = ScaleOptions.Of(words);
            Action<ScaleOptions, TextWriter> write = command == "scale" ? ScaleRun.Write : ScalePeers.Write;
            write(options, output);
            return 0;
        }
        catch (ScaleOptionException e)
        {
            errors.WriteLine($"{e.Message}\n\n{ScaleOptions.Usage}");
            return Misused;
        }
        catch (InvalidOperationException e)
        {
            errors.WriteLine(e.Message);
            return Wrong;
        }
    }
}
