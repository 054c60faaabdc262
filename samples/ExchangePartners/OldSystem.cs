using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Directories;
using RandomInspection.SampleData;

namespace ExchangePartners;

/// <summary>部门老系统：it only writes files, in GB18030, with its own columns and words. What it knows of the exchange is this page: none of the library's types.</summary>
internal static class OldSystem
{
    public static async Task<int> WriteAsync(string folder, int rows)
    {
        Directory.CreateDirectory(folder);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string name = "jcdx.csv", hidden = Path.Combine(folder, name + ".tmp");
        await using (StreamWriter csv = new(hidden, append: false, Encoding.GetEncoding("GB18030")))
        {
            await csv.WriteLineAsync("代码,企业名称,区县,行业,等级");
            foreach (Subject one in SampleSubjects.Generate(rows))
            {
                await csv.WriteLineAsync($"{one.Code},{one.Name},{one.Region},{one.Trade},{(one.CreditClass is "A" or "B" ? "守信" : "失信")}");
            }
        }

        File.Move(hidden, Path.Combine(folder, name), overwrite: true);
        string digest = await DigestAsync(Path.Combine(folder, name));
        string at = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string signed = $"{name}.0.{name}\nhttps://old.example\n{rows}\n{digest}\n{at}\n";
        string signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("the secret of this year, 2026"), Encoding.UTF8.GetBytes(signed)));
        string manifest = $$"""{"file":"{{name}}","source":"https://old.example","count":{{rows}},"digest":"{{digest}}","at":"{{at}}","signatures":["v1,{{signature}}"]}""";
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".manifest.tmp"), manifest);
        File.Move(Path.Combine(folder, name + ".manifest.tmp"), Path.Combine(folder, name + ".manifest.json"), overwrite: true);
        return 0;
    }

    private static async Task<string> DigestAsync(string path)
    {
        await using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
    }
}
