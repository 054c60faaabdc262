using System.Globalization;
using ExchangePartners;

// Processes that exchange with one another on this machine: what the tests and eng/exchange-chaos.sh start, kill and check.
return args switch
{
    ["publish", string folder, string count, string subjects] => await Authority.PublishAsync(folder, Number(count), Number(subjects)),
    ["authority", string folder, string port, .. string[] rest] => await Authority.SendAsync(folder, Number(port), rest),
    ["province", string folder, string port, .. string[] rest] => await Province.RunAsync(folder, Number(port), rest),
    ["department", string folder, string rows] => await OldSystem.WriteAsync(folder, Number(rows)),
    ["take-file", string store, string folder] => await Bulk.TakeAsync(store, folder),
    ["take-in", string store] => await Bulk.MergeAsync(store),
    ["write-file", string store, string folder, string format] => await Bulk.WriteAsync(store, folder, format),
    ["city", string folder, string port] => await Authority.FetchAsync(folder, Number(port)),
    ["check", string authority, string province] => await ExchangeCheck.RunAsync(authority, province, (Sides.AuthorityId, Sides.ProvinceId)),
    ["check-fetched", string province, string city] => await ExchangeCheck.RunAsync(province, city, (Sides.ProvinceId, Sides.AuthorityId)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine(
        """
        exchange-partners publish FOLDER COUNT SUBJECTS        publishes COUNT times in a new authority's store
        exchange-partners authority FOLDER PORT [fast]         sends to the province on PORT until it is stopped
        exchange-partners province FOLDER PORT [FAIL HANG]     receives on PORT; FAIL and HANG in percent
        exchange-partners department FOLDER ROWS               writes a table of ROWS subjects with its manifest, as an old system does
        exchange-partners take-file STORE FOLDER               takes that table in, and says how much memory it had at most
        exchange-partners take-in STORE                        takes what the table said into the directory, and says the same
        exchange-partners write-file STORE FOLDER FORMAT       writes what was published as a file: Lines, Csv, CsvGb18030, Workbook
        exchange-partners city FOLDER PORT                     fetches from the province on PORT until it is stopped
        exchange-partners check-fetched PROVINCE CITY          compares what the province published with what had an effect in the city
        exchange-partners check AUTHORITY PROVINCE             compares what was published with what had an effect
        """);
    return 2;
}
