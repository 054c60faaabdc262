using OwnStore;
using RandomInspection;
using RandomInspection.SampleData;
using RandomInspection.Web;

// The whole, from the plan to the published result, on a store of one's own: see OwnStoreServices.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddRandomInspection()
    .UseOwnStore(builder.Configuration["OwnStore"] ?? "own-store.db")
    .UseCatalogue(SampleItems.All.Select(item => item.ToItem()))
    .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All);
builder.Services.AddRandomInspectionWeb(options => options.People = DemoPeople.All);

WebApplication app = builder.Build();
app.UseRandomInspection();
app.MapRandomInspection();
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"双随机·一公开  {string.Join("  ", app.Urls)}"));
app.Run();
