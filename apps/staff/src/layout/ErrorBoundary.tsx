import { Component, type ReactNode } from 'react';
import { SomethingWrong } from './PlainPages';

/** Keeps a page that broke from taking the menu with it; another address starts afresh. */
export class ErrorBoundary extends Component<{ at: string; children: ReactNode }, { brokenAt: string | null }> {
  override state = { brokenAt: null };

  static getDerivedStateFromError(): { brokenAt: string } {
    return { brokenAt: window.location.pathname };
  }

  override render(): ReactNode {
    if (this.state.brokenAt !== this.props.at) return this.props.children;
    return <SomethingWrong resetErrorBoundary={() => this.setState({ brokenAt: null })} />;
  }
}
