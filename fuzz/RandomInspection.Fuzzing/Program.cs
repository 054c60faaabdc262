using RandomInspection.Fuzzing;
using SharpFuzz;

// fuzzing names                       the readers, a line each
// fuzzing afl NAME                    under AFL++, which gives one input after another (eng/fuzz.sh)
// fuzzing replay NAME FILE|FOLDER…    the same over files, one at a time; says which one fails
switch (args)
{
    case ["names"]:
        foreach (string name in Readers.All.Keys)
        {
            Console.WriteLine(name);
        }

        return 0;
    case ["afl", string name]:
        Func<byte[], bool> reader = Readers.All[name];
        using (MemoryStream kept = new())
        {
            Fuzzer.Run(input =>
            {
                kept.SetLength(0);
                input.CopyTo(kept);
                reader(kept.ToArray());
            });
        }

        return 0;
    case ["replay", string name, .. string[] paths]:
        (int failed, int read, int refused) = (0, 0, 0);
        foreach (string file in paths.SelectMany<string, string>(path => Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)] : [path]))
        {
            try
            {
                _ = Readers.All[name](File.ReadAllBytes(file)) ? read++ : refused++;
            }
            catch (Exception e)
            {
                failed++;
                Console.Error.WriteLine($"{file}: {e}");
            }
        }

        Console.WriteLine($"{name}: {read} read, {refused} refused, {failed} failed");
        return failed > 0 ? 1 : 0;
    default:
        Console.Error.WriteLine("fuzzing names | afl NAME | replay NAME FILE|FOLDER…");
        return 2;
}
