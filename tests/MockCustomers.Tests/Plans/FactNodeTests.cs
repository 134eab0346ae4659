using System.Text;
using MockCustomers.Customers;
using MockCustomers.Exchange;
using MockCustomers.Plans;

namespace MockCustomers.Tests.Plans;

public sealed class FactNodeTests
{
    [Fact]
    public void An_absent_fact_is_null_where_the_spec_allows_null_and_else_left_out()
    {
        var postal = new Unknown();
        var population = new Population(
            new Seed("7"), "acme", 100, 0, [postal], seed => new Strata(seed, [new Stratum(0, new Kind("k", Subject.Person), new State("s"), 1000)]));
        Written(nullable: true).ShouldBe("""{"postal":null}""");
        Written(nullable: false).ShouldBe("{}");

        string Written(bool nullable)
        {
            var origin = new PlanOrigin("", "");
            using var json = new JsonBuffer();
            new ObjectNode([new PlanProperty("postal", new FactNode(postal, FactForm.Plain, nullable, origin))], origin)
                .Write(new CustomerContext(population).Turn(3), json);
            return Encoding.UTF8.GetString(json.Written.Span);
        }
    }

    private sealed class Unknown() : Fact("unknown")
    {
        public override FactValue Make(CustomerContext context, ulong stream) => FactValue.Null;
    }
}
