//! The address of whoever asks. Proxies of ours add it on the right of `X-Forwarded-For`; what
//! stands further left was written by strangers, and is not believed.

use axum::{
    extract::{ConnectInfo, Request},
    http::HeaderMap,
};
use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
};

const FORWARDED: &str = "x-forwarded-for";

/// The address of whoever asks, found in the request's extensions. It is personal: `Debug` does
/// not show it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Client(IpAddr);

impl Client {
    /// What to count tries by: the address, or in IPv6 the network of it, as one customer has
    /// 2⁶⁴ addresses there.
    pub fn network(self) -> IpAddr {
        match self.0 {
            IpAddr::V4(_) => self.0,
            IpAddr::V6(address) => {
                let network = u128::from(address) >> 64 << 64;
                IpAddr::V6(Ipv6Addr::from(network))
            }
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client(•••)")
    }
}

pub(super) fn find(hops: u8, request: &mut Request) {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    // Without a peer (a test, a socket file) all share one address, and so one limit.
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ConnectInfo(peer)| {
        peer.ip()
    });
    let client = Client(address(peer, request.headers(), hops));
    request.extensions_mut().insert(client);
}

/// The address that the outermost of our proxies saw. With fewer entries than proxies the request
/// came in further inside, and the leftmost was still written by one of ours.
fn address(peer: IpAddr, headers: &HeaderMap, hops: u8) -> IpAddr {
    let lines = headers.get_all(FORWARDED).iter();
    let entries: Vec<&str> = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .collect();
    let outermost = entries.len().saturating_sub(usize::from(hops));
    let trusted = entries.get(outermost);
    trusted
        .and_then(|entry| read(entry.trim()))
        .unwrap_or(peer)
        .to_canonical()
}

/// Some proxies add the port.
fn read(entry: &str) -> Option<IpAddr> {
    let bare = entry.trim_start_matches('[').trim_end_matches(']');
    bare.parse()
        .ok()
        .or_else(|| entry.parse().ok().map(|address: SocketAddr| address.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(forwarded: &[&str], hops: u8) -> String {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append(FORWARDED, line.parse().unwrap());
        }
        address("10.0.0.9".parse().unwrap(), &headers, hops).to_string()
    }

    #[test]
    fn without_proxies_of_ours_only_the_peer_is_believed() {
        assert_eq!(seen(&["203.0.113.7"], 0), "10.0.0.9");
        assert_eq!(seen(&[], 1), "10.0.0.9");
    }

    #[test]
    fn as_many_entries_as_proxies_are_believed_from_the_right() {
        let forged = ["6.6.6.6, 198.51.100.1", "203.0.113.7"];
        assert_eq!(seen(&forged, 1), "203.0.113.7");
        assert_eq!(seen(&forged, 2), "198.51.100.1");
        assert_eq!(seen(&["203.0.113.7"], 2), "203.0.113.7");
    }

    #[test]
    fn an_entry_may_have_a_port_and_none_that_is_no_address_is_believed() {
        assert_eq!(seen(&["203.0.113.7:1234"], 1), "203.0.113.7");
        assert_eq!(seen(&["[2001:db8::1]:1234"], 1), "2001:db8::1");
        assert_eq!(seen(&["[2001:db8::1]"], 1), "2001:db8::1");
        assert_eq!(seen(&["::ffff:203.0.113.7"], 1), "203.0.113.7");
        assert_eq!(seen(&["unknown"], 1), "10.0.0.9");
    }

    #[test]
    fn tries_from_one_network_are_counted_together() {
        let network = |text: &str| Client(text.parse().unwrap()).network().to_string();
        assert_eq!(network("203.0.113.7"), "203.0.113.7");
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    }
}
